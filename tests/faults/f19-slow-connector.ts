import { setTimeout as delay } from 'node:timers/promises'
import { oneRead, openService } from './own-service'
import type { Finding } from './report'
import { publish, settle, startRun } from './workload'
import type { World } from './world'

/** So many quick runs, one after another, measure how long a run takes. */
const probes = 60

/** F19: a service answers late or never; its runs end with a typed failure, and other runs hardly notice. */
export async function slowConnector(
  world: World,
  slow: number,
  say: (line: string) => void,
): Promise<Finding> {
  const service = await openService(world, 'Slow service')
  service.answer = (request, response) => {
    if (request.url?.startsWith('/quick')) response.setHeader('content-type', 'application/json').end('{}')
    // Everything else is never answered.
  }
  const never = await publish(world, 'F19 never', oneRead(service, '/never', { tries: 1, timeout: 'PT5S' }))
  const quick = await publish(world, 'F19 quick', oneRead(service, '/quick', {}))
  const alone = await measure(world, quick)
  const stuck = await Promise.all(Array.from({ length: slow }, (_, n) => startRun(world, never, n)))
  const beside = await measure(world, quick)
  const begun = performance.now()
  const { failed } = await settle(world, stuck)
  const wrong = failed.length === slow ? [] : [`${slow - failed.length} of the stuck runs did not fail`]
  const rows = await world.sql<{ code: string; count: number }[]>`
    select error ->> 'code' as code, count(*)::int as count from runs where id = any(${stuck}) group by 1`
  for (const { code, count } of rows) {
    if (code !== 'timed_out') wrong.push(`${count} stuck runs ended with ${code}`)
  }
  if (beside > Math.max(alone * 2, 300)) {
    wrong.push(`a quick run took ${beside.toFixed(0)} ms at p95 beside them, ${alone.toFixed(0)} ms alone`)
  }
  service.close()
  say(
    `F19: ${slow} stuck runs; a quick one at p95 ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside`,
  )
  return {
    id: 'F19',
    what: 'a service that never answers; its runs time out, others go on',
    n: slow,
    lost: 0,
    doubled: 0,
    failed: wrong,
    unknown: [],
    recoveries: [performance.now() - begun],
    notes: [
      `quick runs at p95: ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside ${slow} stuck ones; recovery: until all of these have failed (their limit is 5 s)`,
    ],
  }
}

/** The time from asking for a run to its end, at p95. */
async function measure(world: World, workflow: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < probes; n++) {
    const begun = performance.now()
    const run = await startRun(world, workflow, n)
    for (;;) {
      const [row] = await world.sql`select 1 from runs where id = ${run} and ended_at is not null`
      if (row || performance.now() - begun > 30_000) break
      await delay(5)
    }
    times.push(performance.now() - begun)
  }
  times.sort((one, other) => one - other)
  return times[Math.floor(times.length * 0.95)] ?? 0
}
