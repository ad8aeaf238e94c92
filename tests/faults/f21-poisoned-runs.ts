import { setTimeout as delay } from 'node:timers/promises'
import { oneRead, openService } from './own-service'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

/** How often a poison may end the process before it is parked: twice among others, and three times alone. */
const mostTries = 5
const goodPerPoison = 25

/**
 * F21: runs that end their process each time, among good ones. Here the process is killed by the service that the
 * poisoned step reads, in the middle of the step: as by a step that takes all memory.
 */
export async function poisonedRuns(
  world: World,
  poisons: number,
  say: (line: string) => void,
): Promise<Finding> {
  const service = await openService(world, 'Poison')
  let kills = 0
  let isArmed = false
  let dead: Promise<void> | undefined
  const strike = () => {
    kills++
    dead ??= world.app().kill()
  }
  // Until all runs were asked for the service keeps everybody waiting.
  let waiting = 0
  service.answer = (_, response) => {
    waiting++
    response.once('close', () => waiting--)
    if (isArmed && !dead) strike()
  }
  const bad = await publish(world, 'F21 poison', oneRead(service, '/poison', { tries: 5 }))
  const good = await publish(world, 'F21 good', oneMessage(world))
  const before = await world.far.effects()
  const poisoned: string[] = []
  const fine: string[] = []
  const recoveries: number[] = []
  for (let n = 0; n < poisons; n++) {
    poisoned.push(await startRun(world, bad, n))
    const size = { length: goodPerPoison }
    fine.push(
      ...(await Promise.all(Array.from(size, (_, i) => startRun(world, good, n * goodPerPoison + i)))),
    )
  }
  isArmed = true
  strike()
  const parked = async () => {
    const [row] = await world.sql<{ open: number }[]>`
      select count(*)::int as open from runs where id = any(${poisoned}) and ended_at is null`
    return row?.open === 0
  }
  const until = performance.now() + 600_000
  while (!(await parked()) && performance.now() < until) {
    await revive()
    await delay(50)
  }
  await revive()
  const settled = await settle(world, fine)
  const wrong = [...settled.failed]
  const rows = await world.sql<{ id: string; code: string | null; step: string | null }[]>`
    select runs.id, runs.error ->> 'code' as code, steps.status as step
    from runs left join steps on steps.run_id = runs.id and steps.path = 'read' where runs.id = any(${poisoned})`
  for (const row of rows) {
    if (row.code !== 'parked' || row.step !== 'failed') {
      wrong.push(`the poisoned run ${row.id} ended with ${row.code}, its step ${row.step}`)
    }
  }
  const tries = [...Map.groupBy(service.seen, ({ path }) => path).values()].map((all) => all.length)
  if (Math.max(...tries) > mostTries) wrong.push(`a poisoned step was begun ${Math.max(...tries)} times`)
  service.close()
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F21: ${poisons} poisons, ${kills} kills`)
  return {
    id: 'F21',
    what: 'runs that end their process each time, among good ones',
    n: poisons,
    lost: Math.max(0, fine.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown: settled.unknown,
    recoveries,
    notes: [
      `${kills} kills; a poisoned step was begun ${Math.max(...tries)} times at most; ${fine.length} good runs among them`,
    ],
  }

  async function revive(): Promise<void> {
    if (!dead) return
    await dead
    const begun = performance.now()
    await world.restart()
    recoveries.push(performance.now() - begun)
    dead = undefined
    // It was begun again while the product started.
    if (waiting > 0) strike()
  }
}
