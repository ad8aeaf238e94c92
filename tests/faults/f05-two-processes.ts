import { setTimeout as delay } from 'node:timers/promises'
import { type AppProcess, removeData } from '../support/app-process'
import { startBeside } from './beside'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

/** F05: two processes on one database carry the runs; one of them, chosen by chance, is killed again and again. */
export async function twoProcesses(
  world: World,
  runs: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F05', oneMessage(world))
  const before = await world.far.effects()
  let other: AppProcess = await startBeside(world)
  const ids: string[] = []
  const recoveries: number[] = []
  const perKill = 20
  // What the killed process had not accepted was never promised: only accepted runs count.
  for (let done = 0; ids.length < runs; done += perKill) {
    const batch = Array.from({ length: perKill }, (_, index) =>
      startRun(world, workflow, done + index).catch(() => undefined),
    )
    await delay(Math.random() * 300)
    const killFirst = Math.random() < 0.5
    if (killFirst) await world.app().kill()
    else await other.kill()
    await Promise.all(batch)
    const rows = await world.sql<{ id: string }[]>`
      select id from runs where workflow_id = ${workflow} and not (id = any(${ids}))`
    ids.push(...rows.map((row) => row.id))
    const begun = performance.now()
    // The survivor takes over by itself; the killed one comes back after.
    await untilEnded(
      world,
      rows.map((row) => row.id),
    )
    recoveries.push(performance.now() - begun)
    if (killFirst) await world.restart()
    else other = await startBeside(world, { directory: other.directory })
  }
  const settled = await settle(world, ids)
  await other.stop()
  removeData(other)
  say(`F05: ${ids.length} runs accepted`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F05',
    what: 'two processes on one database, one killed at random',
    n: ids.length,
    lost: Math.max(0, ids.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: settled.failed,
    unknown: settled.unknown,
    recoveries,
    notes: [
      `${effects} effects carried out, ${ids.length * 2} expected; recovery: the survivor ends all runs of the killed one`,
    ],
  }
}

/** Waits until the runs have ended or wait for a person; the survivor has 60 s. */
async function untilEnded(world: World, ids: readonly string[]): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const [row] = await world.sql<{ open: number }[]>`
      select count(*)::int as open from runs where id = any(${[...ids]}) and status in ('queued', 'running')`
    if (row?.open === 0) return
    await delay(50)
  }
}
