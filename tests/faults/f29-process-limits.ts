import { setTimeout as delay } from 'node:timers/promises'
import { type AppProcess, removeData } from '../support/app-process'
import { startBeside } from './beside'
import { type Viewer, watchRun } from './event-streams'
import { inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

const openFiles = 256
const recoversWithinMs = 5_000
/** The event loop stands still for so long. */
const blockedMs = 2_000

/**
 * F29: a process that may open 256 files is watched by a thousand pages, and stands still for two seconds with runs under
 * way. Whom it has no room for is told so; what it carries is carried.
 */
export async function processLimits(
  world: World,
  viewers: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F29', oneMessage(world))
  const waiting = await startRun(world, await publish(world, 'F29 waits', approvalOnly(world)), 0)
  const before = await world.far.effects()
  const other = await startBeside(world, { openFiles })
  const wrong: string[] = []
  const load = startLoad(() => world.at(other.url), workflow, 200)
  const crowd = await gather(other, waiting, world.token, viewers)
  // The runs that it is asked for go on beside them.
  await delay(2_000)
  const statuses = crowd.map(({ status }) => status)
  const watching = crowd.filter(({ status }) => status === 200)
  if (!statuses.every((status) => status === 200 || status === 503)) {
    wrong.push(`viewers were answered ${inWords(tally(statuses))}`)
  }
  for (const viewer of crowd) viewer.leave()
  await Promise.all(crowd.map(({ ended }) => ended))
  const recovery = await untilRoom(other, waiting, world.token)
  if (recovery > recoversWithinMs)
    wrong.push(`there was room again only after ${(recovery / 1000).toFixed(1)} s`)

  const blocked = await standStill(world, other, wrong)
  await load.stop()
  const refused = [...load.answers].filter(([status]) => status !== 202)
  if (refused.length > 0) wrong.push(`runs were answered ${inWords(new Map(refused))}`)
  const settled = await settle(world, load.accepted)
  if (/Took up work/.test(world.app().output())) wrong.push('its work was taken over')
  await other.stop()
  removeData(other)
  await world.api.post(`/runs/${waiting}/cancel`, {})
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(
    `F29: ${watching.length} of ${viewers} viewers let in, ${load.accepted.length} runs accepted beside them`,
  )
  return {
    id: 'F29',
    what: `${openFiles} open files at most, a crowd of viewers; then ${blockedMs / 1000} s of standstill`,
    n: viewers,
    lost: Math.max(0, load.accepted.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: [...wrong, ...settled.failed],
    unknown: settled.unknown,
    recoveries: [recovery, blocked],
    notes: [
      `N in viewers, answered ${inWords(tally(statuses))}; recovery: until there is room for one again, and until the process answers after the standstill (by SIGSTOP)`,
      `${load.accepted.length} runs accepted; answers: ${inWords(load.answers)}`,
    ],
  }
}

/** They come within a few seconds, fifty at once. */
async function gather(app: AppProcess, run: string, token: string, count: number): Promise<Viewer[]> {
  const crowd: Viewer[] = []
  for (let n = 0; n < count; n += 50) {
    const size = Math.min(50, count - n)
    crowd.push(...(await Promise.all(Array.from({ length: size }, () => watchRun(app.url, run, token)))))
  }
  return crowd
}

async function untilRoom(app: AppProcess, run: string, token: string): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < 30_000) {
    const viewer = await watchRun(app.url, run, token)
    viewer.leave()
    await viewer.ended
    if (viewer.status === 200) break
    await delay(50)
  }
  return performance.now() - begun
}

/** As a step that computes for two seconds would hold it up: nothing in it moves. */
async function standStill(world: World, app: AppProcess, wrong: string[]): Promise<number> {
  app.child.kill('SIGSTOP')
  await delay(blockedMs)
  const [row] = await world.sql<{ lost: number }[]>`
    select count(*)::int as lost from runner_jobs where lease_until < now() or strikes > 0`
  app.child.kill('SIGCONT')
  const begun = performance.now()
  await fetch(`${app.url}/healthz`)
  const took = performance.now() - begun
  if (row?.lost) wrong.push(`${row.lost} leases were lost in the standstill`)
  if (took > recoversWithinMs)
    wrong.push(`it answered only ${(took / 1000).toFixed(1)} s after the standstill`)
  return took
}

function tally(statuses: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}
