import { doubledIn, effectsIn, type Finding } from './report'
import { settle } from './workload'
import type { World } from './world'

/** A run with a form that gives a number, as `startRun` starts it. */
export const form = {
  id: 'start',
  type: 'trigger.form',
  config: { fields: [{ key: 'n', type: 'number', required: true }] },
}

/** Changes something at a service that knows a call by its key, and counts it. */
export function record(world: World, id: string, body: string) {
  return {
    id,
    type: 'action',
    action: 'http.request.send',
    connection: world.connections.http,
    input: {
      url: { value: `${world.far.addresses.http}/keyed/records` },
      method: { value: 'POST' },
      body: { text: body },
      honours_key: { value: true },
    },
  }
}

/** `items(1_000)`: 0 to 999. */
export function items(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

type Struck = {
  readonly id: string
  readonly what: string
  readonly kills: number
  /** So many effects should have been carried out. */
  readonly effects: number
  /** Starts what is to be struck, kills as often as it says, and gives the runs that have to end. */
  strike(recoveries: number[]): Promise<readonly string[]>
  /** What is wrong with the runs once they have ended. */
  judge(runs: readonly string[]): Promise<readonly string[]>
  readonly notes?: () => readonly string[]
}

/** Strikes, lets the runs end, and holds what was really done against what should have been. */
export async function struck(world: World, trial: Struck): Promise<Finding> {
  const before = await world.far.effects()
  const recoveries: number[] = []
  const begun = performance.now()
  const runs = await trial.strike(recoveries)
  const { failed, unknown } = await settle(world, runs, { timeoutMs: 300_000 })
  const took = (performance.now() - begun) / 1_000
  const wrong = await trial.judge(runs)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: trial.id,
    what: trial.what,
    n: trial.kills,
    lost: Math.max(0, trial.effects - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - trial.effects),
    failed: [...failed, ...wrong],
    unknown,
    recoveries,
    notes: [
      `${effects} effects carried out, ${trial.effects} expected; ${took.toFixed(0)} s with its kills`,
      ...(trial.notes?.() ?? []),
    ],
  }
}

/** What a run gave, by its id. */
export async function outputOf(world: World, run: string): Promise<unknown> {
  const [row] = await world.sql<{ output: unknown }[]>`select output from runs where id = ${run}`
  return row?.output
}
