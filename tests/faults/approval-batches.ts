import { setTimeout as delay } from 'node:timers/promises'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import type { World } from './world'

export type Pending = {
  readonly id: string
  readonly digest: string
  readonly deadline: Date | null
  readonly runId: string
}

type Trial = {
  readonly id: string
  readonly what: string
  /** How many runs. */
  readonly n: number
  readonly deadline?: string
  /** What is done to the approvals of one batch. Gives what went wrong with them once their runs have ended. */
  decide(approvals: readonly Pending[]): Promise<(rows: readonly Ended[]) => string[]>
}

export type Ended = { readonly id: string; readonly status: string }

const atOnce = 10

/** Runs that stop at an approval, ten at once: each approved one sends one message, and no other sends any. */
export async function decideInBatches(
  world: World,
  { id, what, n, deadline, decide }: Trial,
): Promise<Finding & { readonly approved: number; readonly effects: number }> {
  const workflow = await publish(world, id, approvalOnly(world, deadline))
  const before = await world.far.effects()
  const wrong: string[] = []
  let approved = 0
  for (let done = 0; done < n; done += atOnce) {
    const size = Math.min(atOnce, n - done)
    const runs = await Promise.all(
      Array.from({ length: size }, (_, index) => startRun(world, workflow, done + index)),
    )
    const judge = await decide(await pendingOf(world, runs))
    const { failed } = await settle(world, runs)
    const rows = await world.sql<Ended[]>`select id, status from approvals where run_id = any(${runs})`
    wrong.push(...failed, ...judge(rows))
    approved += rows.filter(({ status }) => status === 'approved').length
  }
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id,
    what,
    n,
    lost: Math.max(0, approved - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - approved),
    failed: wrong,
    unknown: [],
    recoveries: [],
    notes: [],
    approved,
    effects,
  }
}

/** The approvals of these runs, once all of them have asked. */
export async function pendingOf(world: World, runs: readonly string[]): Promise<Pending[]> {
  const until = performance.now() + 60_000
  for (;;) {
    const rows = await world.sql<Pending[]>`
      select id, digest, deadline, run_id as "runId" from approvals where run_id = any(${[...runs]})`
    if (rows.length === runs.length) return [...rows]
    if (performance.now() > until)
      throw new Error(`Only ${rows.length} of ${runs.length} runs asked for approval.`)
    await delay(20)
  }
}
