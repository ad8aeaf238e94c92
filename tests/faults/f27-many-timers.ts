import { setTimeout as delay } from 'node:timers/promises'
import type { Finding } from './report'
import { publish, settle, startRun } from './workload'
import type { World } from './world'

const allWithinMs = 60_000

/** F27: many waits come to their end while the product is down, some of them long ago. Each ends once, none early. */
export async function manyTimers(
  world: World,
  timers: number,
  say: (line: string) => void,
): Promise<Finding> {
  const seconds = Math.max(10, Math.ceil(timers / 25))
  const workflow = await publish(world, 'F27', {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      { id: 'pause', type: 'wait', config: { for: `PT${seconds}S` } },
      { id: 'done', type: 'set', config: { fields: [{ key: 'n', value: { from: 'start', path: ['n'] } }] } },
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'pause' },
      { from: 'pause', exit: 'out', to: 'done' },
    ],
  })
  const runs: string[] = []
  for (let n = 0; n < timers; n += 20) {
    const size = Math.min(20, timers - n)
    runs.push(
      ...(await Promise.all(Array.from({ length: size }, (_, i) => startRun(world, workflow, n + i)))),
    )
  }
  await untilWaiting(world, runs)
  await world.app().kill()
  const [last] = await world.sql<{ ms: number }[]>`
    select extract(epoch from max(run_at) - now()) * 1000 as ms from runner_jobs where kind = 'sleep'`
  await delay(Math.max(0, Number(last?.ms ?? 0)) + 500)
  // A third of them has been due for three days.
  await world.sql`
    update runner_jobs set run_at = run_at - interval '3 days' where kind = 'sleep' and id % 3 = 0`
  await world.restart()
  const begun = performance.now()
  const { failed } = await settle(world, runs)
  const took = performance.now() - begun
  const wrong = [...failed]
  if (took > allWithinMs) wrong.push(`the last of them ended after ${(took / 1000).toFixed(0)} s`)
  const [row] = await world.sql<{ ended: number; early: number; twice: number }[]>`
    select count(*) filter (where path = 'done' and status = 'succeeded')::int as ended,
      count(*) filter (
        where path = 'pause' and ended_at < started_at + ${seconds}::int * interval '1 second')::int as early,
      count(*) filter (where path = 'done' and attempt > 1)::int as twice
    from steps where run_id = any(${runs})`
  if (row?.early) wrong.push(`${row.early} waits ended early`)
  if (row?.twice) wrong.push(`${row.twice} steps after a wait ran twice`)
  say(`F27: ${timers} timers, all ended ${(took / 1000).toFixed(1)} s after the start`)
  return {
    id: 'F27',
    what: 'waits that came to their end while the product was down',
    n: timers,
    lost: timers - (row?.ended ?? 0),
    doubled: 0,
    failed: wrong,
    unknown: [],
    recoveries: [took],
    notes: ['recovery: from healthy until the last of them has ended; a third was three days overdue'],
  }
}

async function untilWaiting(world: World, runs: readonly string[]): Promise<void> {
  const until = performance.now() + 120_000
  while (performance.now() < until) {
    const [row] = await world.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from runs where id = any(${[...runs]}) and status = 'waiting'`
    if (row?.waiting === runs.length) return
    await delay(50)
  }
  throw new Error('Not all runs came to their wait.')
}
