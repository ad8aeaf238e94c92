import { setTimeout as delay } from 'node:timers/promises'
import { removeData } from '../support/app-process'
import { startBeside } from './beside'
import { watchRun } from './event-streams'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

/** A process that stops may take so long, also with event streams open. */
const stopsWithinMs = 8_000

/** And it is away for so long in all. */
const pauseWithinMs = 5_000

/** F04: a process is stopped by SIGTERM and started again under load, with event streams open on it. */
export async function gracefulRestarts(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F04', oneMessage(world))
  const waiting = await startRun(world, await publish(world, 'F04 waits', approvalOnly(world)), 0)
  const before = await world.far.effects()
  let other = await startBeside(world)
  const port = Number(new URL(other.url).port)
  const load = startLoad(() => world.at(other.url), workflow, 40)
  const stops: number[] = []
  const pauses: number[] = []
  const wrong: string[] = []
  for (let time = 0; time < times; time++) {
    const streams = await Promise.all(
      Array.from({ length: 5 }, () => watchRun(other.url, waiting, world.token)),
    )
    await delay(1_000)
    const asked = performance.now()
    await other.stop()
    const stopped = performance.now() - asked
    stops.push(stopped)
    if (stopped > stopsWithinMs) wrong.push(`stopping took ${(stopped / 1000).toFixed(1)} s`)
    const ended = await Promise.all(streams.map((stream) => stream.ended))
    if (ended.some((end) => end !== 'closed')) wrong.push(`streams ended as ${ended.join(', ')}`)
    other = await startBeside(world, { directory: other.directory, port })
    pauses.push(performance.now() - asked)
    await delay(1_000)
  }
  const { longestGapMs } = await load.stop()
  if (longestGapMs > pauseWithinMs)
    wrong.push(`no run was accepted for ${(longestGapMs / 1000).toFixed(1)} s`)
  wrong.push(...broken(load.answers))
  const settled = await settle(world, load.accepted)
  await other.stop()
  removeData(other)
  await world.api.post(`/runs/${waiting}/cancel`, {})
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F04: ${load.accepted.length} runs accepted over ${times} restarts`)
  const longest = (list: readonly number[]) => (Math.max(...list) / 1000).toFixed(1)
  return {
    id: 'F04',
    what: 'SIGTERM and a new start of one of two processes under load, streams open',
    n: times,
    lost: Math.max(0, load.accepted.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: [...wrong, ...settled.failed],
    unknown: settled.unknown,
    recoveries: pauses,
    notes: [
      `the longest time without an accepted run was ${longest([longestGapMs])} s; recovery: from SIGTERM until the same process is healthy again; stopping took ${longest(stops)} s at most`,
      `${load.accepted.length} accepted; answers: ${inWords(load.answers)}`,
    ],
  }
}
