import { setTimeout as delay } from 'node:timers/promises'
import { approveOne, pendingApprovals, startRun } from './workload'
import type { World } from './world'
import type { Target, WriteGate } from './write-gate'

/** The runs that were accepted, and by their numbers those that stood in the transaction asked for at the kill. */
type Struck = { readonly runs: readonly string[]; readonly stopped: ReadonlySet<number> }

/** How long others may still reach their transactions after the last that did, in milliseconds. */
const patience = 1_500
const atMost = 15_000

/** Starts a run for each target, waits until each stands in its transaction (or cannot come there), and kills. */
export async function strike(
  world: World,
  gate: WriteGate,
  workflow: string,
  targets: readonly Target[],
): Promise<Struck> {
  await gate.hold(workflow, targets)
  const starting = targets.map(({ run }) => startRun(world, workflow, run).catch(() => undefined))
  const people = approveMeanwhile(world)
  const stopped = await standing(gate, targets.length)
  await world.app().kill()
  people.stop()
  await gate.release()
  await Promise.all(starting)
  // An answer may be lost with the process; what was committed by then must be finished all the same.
  const numbers = targets.map(({ run }) => String(run))
  const rows = await world.sql<{ id: string }[]>`
    select id from runs where workflow_id = ${workflow} and input->>'n' = any(${numbers})`
  return { runs: rows.map(({ id }) => id), stopped }
}

async function standing(gate: WriteGate, expected: number): Promise<ReadonlySet<number>> {
  const begun = performance.now()
  let last = begun
  let stopped: ReadonlySet<number> = new Set()
  while (performance.now() - begun < atMost && (stopped.size === 0 || performance.now() - last < patience)) {
    const now = await gate.holding()
    if (now.size > stopped.size) last = performance.now()
    stopped = now
    if (stopped.size === expected) break
    await delay(10)
  }
  return stopped
}

/** People act meanwhile: what lies behind an approval is reached only by somebody's decision, which may stop too. */
function approveMeanwhile(world: World): { stop(): void } {
  const acting = new AbortController()
  const asked = new Set<string>()
  const people = async () => {
    while (!acting.signal.aborted) {
      for (const approval of await pendingApprovals(world)) {
        if (asked.has(approval.id)) continue
        asked.add(approval.id)
        void approveOne(world, approval)
      }
      await delay(30)
    }
  }
  void people()
  return { stop: () => acting.abort() }
}
