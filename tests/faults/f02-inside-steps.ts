import { setTimeout as delay } from 'node:timers/promises'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

/**
 * F02: SIGKILL at a uniformly random millisecond while runs with two effects each are under way, the moment between
 * the far side's doing and our commit included.
 */
export async function insideSteps(
  world: World,
  kills: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F02', oneMessage(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const unknown: string[] = []
  const failed: string[] = []
  const atOnce = 4
  let started = 0
  let lost = 0
  for (let kill = 0; kill < kills; kill++) {
    const starting = Array.from({ length: atOnce }, (_, index) =>
      startRun(world, workflow, kill * atOnce + index).catch(() => undefined),
    )
    // A process that has just begun takes its time for the first one: the kill is to land in what follows.
    await Promise.race(starting)
    await delay(Math.random() * 400)
    await world.app().kill()
    await Promise.all(starting)
    const rows = await world.sql<
      { id: string }[]
    >`select id from runs where status not in ('succeeded', 'failed', 'cancelled')`
    const begun = performance.now()
    await world.restart()
    try {
      const settled = await settle(
        world,
        rows.map((row) => row.id),
      )
      unknown.push(...settled.unknown)
      failed.push(...settled.failed)
    } catch (error) {
      lost++
      say(`F02 kill ${kill}: ${error instanceof Error ? error.message : error}`)
    }
    recoveries.push(performance.now() - begun)
    if ((kill + 1) % 20 === 0) say(`F02: ${kill + 1} of ${kills} kills`)
  }
  const [row] = await world.sql<
    { count: number }[]
  >`select count(*)::int as count from runs where workflow_id = ${workflow}`
  started = row?.count ?? 0
  const after = await world.far.effects()
  const missing = started * 2 - (effectsIn(after) - effectsIn(before))
  return {
    id: 'F02',
    what: 'SIGKILL at a random moment of runs with two effects each',
    n: kills,
    lost: lost + Math.max(0, missing),
    doubled: doubledIn(after) - doubledIn(before),
    failed,
    unknown,
    recoveries,
    notes: [
      `${started} runs accepted, ${effectsIn(after) - effectsIn(before)} effects carried out, ${started * 2} expected`,
    ],
  }
}
