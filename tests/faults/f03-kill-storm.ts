import { setTimeout as delay } from 'node:timers/promises'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

/** Ten runs are asked for each second. */
const everyMs = 100
const allWithinMs = 60_000

/** However long a start takes, the next kill leaves it so much time. */
const atLeastMs = 1_000

/** F03: the product is killed every three to eight seconds, and started again at once, under load. */
export async function killStorm(world: World, kills: number, say: (line: string) => void): Promise<Finding> {
  const workflow = await publish(world, 'F03', oneMessage(world))
  const before = await world.far.effects()
  const load = startLoad(() => world.api, workflow, everyMs)
  const starts: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await delay(Math.max(atLeastMs, 3_000 + Math.random() * 5_000 - (starts.at(-1) ?? 0)))
    starts.push(await world.killAndRestart())
  }
  const over = performance.now()
  await load.stop()
  // What was stored and not answered is carried too.
  const rows = await world.sql<{ id: string }[]>`select id from runs where workflow_id = ${workflow}`
  const ids = new Set(rows.map(({ id }) => id))
  const forgotten = load.accepted.filter((id) => !ids.has(id))
  const settled = await settle(world, [...ids], { timeoutMs: allWithinMs })
  const took = performance.now() - over
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(
    `F03: ${kills} kills, ${load.accepted.length} runs accepted, all ended after ${(took / 1000).toFixed(1)} s`,
  )
  return {
    id: 'F03',
    what: `SIGKILL every 3 to 8 s under ${1_000 / everyMs} runs a second`,
    n: kills,
    lost: forgotten.length + Math.max(0, ids.size * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - ids.size * 2),
    failed: [...broken(load.answers), ...settled.failed],
    unknown: settled.unknown,
    recoveries: starts,
    notes: [
      `recovery: from the start of the new process until it is healthy; all runs had ended ${(took / 1000).toFixed(1)} s after the storm`,
      `${load.accepted.length} accepted, ${ids.size} stored; answers: ${inWords(load.answers)}`,
    ],
  }
}
