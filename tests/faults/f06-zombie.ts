import { setTimeout as delay } from 'node:timers/promises'
import { type AppProcess, removeData } from '../support/app-process'
import { startBeside } from './beside'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import { must, type World } from './world'

/** Twice the runner's lease. */
const frozenMs = 60_000

/** So many processes are frozen together: each of them is a zombie of its own. */
const atOnce = 5
const runsEach = 20

/** F06: processes with runs under way are frozen for twice their lease; another one takes over; then they wake up. */
export async function zombie(world: World, times: number, say: (line: string) => void): Promise<Finding> {
  const workflow = await publish(world, 'F06', oneMessage(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const ids: string[] = []
  const unknown: string[] = []
  const failed: string[] = []
  let held = 0
  for (let time = 0; time < times; time += atOnce) {
    const others: AppProcess[] = []
    for (let n = 0; n < Math.min(atOnce, times - time); n++) others.push(await startBeside(world))
    const frozen = await Promise.all(others.map((other) => freezeAtWork(world, other, workflow)))
    const frozenAt = performance.now()
    const runs = frozen.flat()
    ids.push(...runs)
    const [row] = await world.sql<{ held: number }[]>`
      select count(*)::int as held from runner_jobs where token is not null`
    held += row?.held ?? 0
    const settled = await settle(world, runs)
    recoveries.push(performance.now() - frozenAt)
    unknown.push(...settled.unknown)
    failed.push(...settled.failed)
    await delay(Math.max(0, frozenMs - (performance.now() - frozenAt)))
    for (const other of others) other.child.kill('SIGCONT')
    // They have their say, if they still think that they have one, and stop as healthy processes do.
    await delay(3_000)
    await Promise.all(others.map((other) => other.stop()))
    others.forEach(removeData)
    say(`F06: ${time + others.length} of ${times} freezes`)
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
      `${ids.length} runs, ${held} jobs held at the moments of freezing, ${Math.min(times, atOnce)} processes at once; recovery: until the process that was left has ended all of them, after the lease`,
    ],
  }
}

/** Gives it runs and freezes it at a random moment of them. */
async function freezeAtWork(world: World, other: AppProcess, workflow: string): Promise<readonly string[]> {
  const api = world.at(other.url)
  const runs = await Promise.all(
    Array.from({ length: runsEach }, async (_, n) =>
      String(must(await api.post(`/workflows/${workflow}/runs`, { input: { n } })).id),
    ),
  )
  await delay(Math.random() * 150)
  other.child.kill('SIGSTOP')
  return runs
}
