import { setTimeout as delay } from 'node:timers/promises'
import { removeData } from '../support/app-process'
import { startBeside } from './beside'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import { must, type World } from './world'

/** Twice the runner's lease. */
const frozenMs = 60_000

/** F06: a process with runs under way is frozen for twice its lease; another one takes over; then it wakes up. */
export async function zombie(world: World, times: number, say: (line: string) => void): Promise<Finding> {
  const workflow = await publish(world, 'F06', oneMessage(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const ids: string[] = []
  const unknown: string[] = []
  const failed: string[] = []
  let held = 0
  for (let time = 0; time < times; time++) {
    const other = await startBeside(world)
    const api = world.at(other.url)
    const runs = await Promise.all(
      Array.from({ length: 30 }, async (_, n) =>
        String(must(await api.post(`/workflows/${workflow}/runs`, { input: { n } })).id),
      ),
    )
    ids.push(...runs)
    await delay(Math.random() * 150)
    other.child.kill('SIGSTOP')
    const frozenAt = performance.now()
    const [row] = await world.sql<{ held: number }[]>`
      select count(*)::int as held from runner_jobs where token is not null`
    held += row?.held ?? 0
    const settled = await settle(world, runs)
    recoveries.push(performance.now() - frozenAt)
    unknown.push(...settled.unknown)
    failed.push(...settled.failed)
    await delay(Math.max(0, frozenMs - (performance.now() - frozenAt)))
    other.child.kill('SIGCONT')
    // It has its say, if it still thinks that it has one, and stops as a healthy process does.
    await delay(3_000)
    await other.stop()
    removeData(other)
    say(`F06: ${time + 1} of ${times} freezes`)
  }
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F06',
    what: 'SIGSTOP of a process with runs under way for twice its lease, then SIGCONT',
    n: times,
    lost: Math.max(0, ids.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed,
    unknown,
    recoveries,
    notes: [
      `${ids.length} runs, ${held} jobs held at the moments of freezing; recovery: until the other process has ended all of them, after the lease`,
    ],
  }
}
