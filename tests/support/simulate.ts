import fc from 'fast-check'
import type { Command, Outcome, Plan, StepCall } from '@/lib/engine/contract'
import { liveExitOf } from '@/lib/engine/frontier'
import { next } from '@/lib/engine/next'
import { planRun } from '@/lib/engine/plan-run'
import { runLoopInline } from './inline-loop'
import { type RandomWorkflow, randomWorkflow } from './random-workflow'
import { contradictions, type Fact } from './reference-run'

const drawing = randomWorkflow({ mayEnd: false, joinsFirst: true })

/**
 * One random workflow under a random scheduler that crashes now and then: what was stored stays, what was under way is
 * begun again from what `next` asks for. Answers what was wrong, by the seed that shows it again.
 */
export async function simulate(seed: number): Promise<string | null> {
  const [drawn] = fc.sample(drawing, { seed, numRuns: 1 })
  if (!drawn) return `seed ${seed}: nothing was drawn`
  const plan = planRun(drawn.document)
  const loops = await loopEnds(drawn, plan)
  const chance = dice(seed)
  const facts = { outcomes: new Map<string, Outcome>(), winners: new Map<string, string>() }
  const begun = new Set<string>()
  let underWay = new Set<string>()
  for (let tick = 0; tick < 2_000; tick++) {
    if (chance(12) === 0) underWay = new Set()
    const commands = next(plan, {
      trigger: { node: drawn.trigger, output: drawn.input },
      now: 0,
      ...facts,
    }).flatMap((command) => (command.do === 'end' ? [] : [command]))
    const wrong = commands.find(({ path }) => facts.outcomes.has(path))
    if (wrong) return `seed ${seed}: ${wrong.path} has ended, and is asked for again`
    const [only] = commands
    if (!only) return verdict(seed, drawn, plan, facts)
    const command = commands[chance(commands.length)] ?? only
    if (command.do === 'run' && !underWay.has(command.path)) {
      underWay.add(command.path)
      begun.add(command.path)
    } else {
      take(command)
    }
  }
  return `seed ${seed}: it never ended`

  function take(command: Exclude<Command, { do: 'end' }>): void {
    const { path } = command
    underWay.delete(path)
    if (command.do === 'choose') facts.winners.set(path, command.from)
    else if (command.do === 'cancel')
      facts.outcomes.set(path, { status: begun.has(path) ? 'cancelled' : 'skipped' })
    else if (command.do === 'skip') facts.outcomes.set(path, { status: 'skipped' })
    else if (drawn) facts.outcomes.set(path, loops.get(path) ?? outcomeOf(drawn, path))
  }
}

type Facts = {
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly winners: ReadonlyMap<string, string>
}

function verdict(
  seed: number,
  drawn: RandomWorkflow,
  plan: Plan,
  { outcomes, winners }: Facts,
): string | null {
  const facts = new Map<string, Fact>()
  for (const [id, outcome] of outcomes) {
    const planned = plan.nodes.get(id)
    if (planned) facts.set(id, { status: outcome.status, exit: liveExitOf(planned, outcome) ?? null })
  }
  const [problem] = contradictions(drawn, facts, winners)
  return problem === undefined ? null : `seed ${seed}: ${problem}`
}

async function loopEnds(drawn: RandomWorkflow, plan: Plan): Promise<ReadonlyMap<string, Outcome>> {
  const ends = new Map<string, Outcome>()
  const answer = async ({ path }: StepCall) => outcomeOf(drawn, path)
  const ports = {
    ...{ act: answer, think: answer, ask: answer, wait: answer, call: answer, compute: answer },
    choose: async ({ from }: { from: string }) => ({ from, ended: new Map() }),
    record() {},
  }
  const state = { trigger: { node: drawn.trigger, output: drawn.input }, now: 0, outcomes: new Map() }
  for (const { node, body } of plan.nodes.values()) {
    if (!body) continue
    ends.set(node.id, await runLoopInline({ path: node.id, node, body, scope: {}, now: 0, state }, ports))
  }
  return ends
}

/** How a step of a random workflow ends once it runs. */
export function outcomeOf(drawn: RandomWorkflow, path: string): Outcome {
  const node = drawn.document.nodes.find(({ id }) => id === path)
  if (node?.type === 'condition') {
    const exit = drawn.input[path] ?? 'c'
    return { status: 'succeeded', exit, output: { exit } }
  }
  if (node?.type === 'set') return { status: 'succeeded', exit: 'out', output: {} }
  if (node?.type.startsWith('trigger.')) return { status: 'succeeded', exit: 'out', output: drawn.input }
  return drawn.outcomes.get(path) ?? { status: 'skipped' }
}

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
