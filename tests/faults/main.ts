import { availableParallelism } from 'node:os'
import { simulate } from '../support/simulate'
import { stepBoundaries } from './f01-step-boundaries'
import { insideSteps } from './f02-inside-steps'
import { killStorm } from './f03-kill-storm'
import { gracefulRestarts } from './f04-graceful-restarts'
import { twoProcesses } from './f05-two-processes'
import { zombie } from './f06-zombie'
import { databaseKilled, databaseRestarts } from './f07-database-outages'
import { droppedConnections } from './f09-dropped-connections'
import { unknownCommits } from './f10-unknown-commits'
import { fullDisk } from './f11-full-disk'
import { slowDatabase } from './f12-slow-database'
import { clockJumps } from './f13-clock-jumps'
import { duplicateDeliveries } from './f14-duplicate-deliveries'
import { doubleDecisions } from './f15-double-decisions'
import { approveAtDeadline } from './f16-approve-at-deadline'
import { decisionRaces } from './f17-decision-races'
import { killAtApproval } from './f18-kill-at-approval'
import { slowConnector } from './f19-slow-connector'
import { tooManyRequests } from './f20-too-many-requests'
import { poisonedRuns } from './f21-poisoned-runs'
import { manyQueued } from './f22-many-queued'
import { noisyNeighbour } from './f23-noisy-neighbour'
import { longHistory } from './f24-long-history'
import { migrations } from './f25-migrations'
import { oldRunsNewCode } from './f26-old-runs-new-code'
import { manyTimers } from './f27-many-timers'
import { backupAndRestore } from './f28-backup-and-restore'
import { processLimits } from './f29-process-limits'
import { brokenModel } from './f30-broken-model'
import { longLoop } from './l01-long-loop'
import { approvalsInLoop } from './l02-approvals-in-loop'
import { callsThreeDeep } from './l03-calls-three-deep'
import { carryOut, type Run, type Task } from './lanes'
import { isGood, printFindings } from './report'

type Scenario = {
  readonly run: Run
  /** How often, by default and with `--full`. */
  readonly count: number
  readonly full: number
  /** How often with `--brief`, as a part of `npm test`; without it, not then. */
  readonly brief?: number
  /** Its effects stand in the ledger of a copy that is gone. */
  readonly isElsewhere?: boolean
  /** It judges by the clock: nothing else runs meanwhile. */
  readonly isAlone?: boolean
}

const scenarios: Readonly<Record<string, Scenario>> = {
  F01: { run: stepBoundaries, count: 2, full: 20 },
  F02: { run: insideSteps, count: 60, full: 500, brief: 5 },
  F03: { run: killStorm, count: 11, full: 110 },
  F04: { run: gracefulRestarts, count: 2, full: 20, isAlone: true },
  F05: { run: twoProcesses, count: 200, full: 1_000 },
  F06: { run: zombie, count: 5, full: 50 },
  F07: { run: databaseKilled, count: 3, full: 30 },
  F08: { run: databaseRestarts, count: 8, full: 80 },
  F09: { run: droppedConnections, count: 50, full: 500 },
  F10: { run: unknownCommits, count: 20, full: 200, brief: 4 },
  F11: { run: fullDisk, count: 1, full: 5 },
  F12: { run: slowDatabase, count: 60, full: 600, isAlone: true },
  F13: { run: clockJumps, count: 1, full: 10 },
  F14: { run: duplicateDeliveries, count: 20, full: 200, brief: 2 },
  F15: { run: doubleDecisions, count: 200, full: 1_000, brief: 20 },
  F16: { run: approveAtDeadline, count: 300, full: 2_000 },
  F17: { run: decisionRaces, count: 50, full: 500 },
  F18: { run: killAtApproval, count: 30, full: 200, brief: 2 },
  F19: { run: slowConnector, count: 20, full: 200, isAlone: true },
  F20: { run: tooManyRequests, count: 100, full: 1_000 },
  F21: { run: poisonedRuns, count: 2, full: 20, isAlone: true },
  F22: { run: manyQueued, count: 1_000, full: 10_000, isAlone: true },
  F23: { run: noisyNeighbour, count: 1_000, full: 10_000, isAlone: true },
  F24: { run: longHistory, count: 10_000, full: 100_000, isAlone: true },
  F25: { run: migrations, count: 10_000, full: 100_000, isElsewhere: true },
  F26: { run: oldRunsNewCode, count: 10, full: 100 },
  F27: { run: manyTimers, count: 500, full: 5_000 },
  F28: { run: backupAndRestore, count: 1, full: 5, isElsewhere: true },
  F29: { run: processLimits, count: 1_000, full: 1_000, isAlone: true },
  F30: { run: brokenModel, count: 20, full: 200 },
  L01: { run: longLoop, count: 4, full: 20 },
  L02: { run: approvalsInLoop, count: 2, full: 20 },
  L03: { run: callsThreeDeep, count: 8, full: 80 },
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const flags = process.argv.slice(2)
const isFull = flags.includes('--full')
const isBrief = flags.includes('--brief')
const named = flags.filter((flag) => flag in scenarios)
const only =
  isBrief && named.length === 0 ? Object.keys(scenarios).filter((id) => scenarios[id]?.brief) : named
const usual = ({ count, full, brief = count }: Scenario) => (isFull ? full : isBrief ? brief : count)
const share = Number(flags.find((flag) => flag.startsWith('--count='))?.slice(8)) || undefined

/** The pure rule of the graph first: it needs no product. A seed that fails shows the same again. */
const seeds = isFull ? 100_000 : 10_000
const wrongSeeds: string[] = []
if (only.length === 0) {
  const begun = performance.now()
  for (let seed = 1; seed <= seeds; seed++) {
    const problem = await simulate(seed)
    if (problem) wrongSeeds.push(problem)
  }
  for (const problem of wrongSeeds.slice(0, 10)) say(problem)
  const took = ((performance.now() - begun) / 1000).toFixed(0)
  say(`Simulation: ${seeds - wrongSeeds.length} of ${seeds} seeds came to a right end, in ${took} s`)
}

const started = performance.now()
const chosen = Object.entries(scenarios).filter(([id]) => only.length === 0 || only.includes(id))
const tasksOf = (isAlone: boolean): Task[] =>
  chosen
    .filter(([, scenario]) => (scenario.isAlone === true) === isAlone)
    .map(([id, scenario]) => ({ ...scenario, id, count: share ?? usual(scenario) }))
const lanes = isBrief ? 1 : Math.max(1, Math.min(2, availableParallelism()))
const beside = await carryOut(tasksOf(false), lanes, say)
const alone = await carryOut(tasksOf(true), 1, say)
const findings = [...beside.findings, ...alone.findings].sort((a, b) => a.id.localeCompare(b.id))
printFindings(findings, { ...beside.settings, ...alone.settings })
const skipped = Object.keys(scenarios).filter((id) => only.length > 0 && !only.includes(id))
if (skipped.length > 0) say(`Not run, because only some were asked for: ${skipped.join(', ')}`)
say(`${((performance.now() - started) / 1000).toFixed(0)} s in all, ${lanes} scenarios side by side`)
const run = findings.filter(({ notRun }) => notRun === undefined)
const good = run.filter(isGood).length
const notRun = findings.length - run.length
say(`\n${good} passed, ${run.length - good} failed${notRun > 0 ? `, ${notRun} not run here` : ''}`)
process.exit(good === run.length && wrongSeeds.length === 0 ? 0 : 1)
