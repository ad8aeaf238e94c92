import { setTimeout as delay } from 'node:timers/promises'
import { callMany } from '../support/calls'
import { databaseOf } from '../support/database-of'
import { watchMemory } from '../support/usage'
import { oneRecord, publishHook, untilNoneOpen } from './hooks'
import { doubledIn, effectsIn, type Finding } from './report'
import { watchRunsPage } from './runs-page'
import type { World } from './world'

/** Workflows that carry one run at a time, so that their runs have to keep their order; a tenth of all runs are theirs. */
const keys = 10

const mostMemory = 600e6
const pageWithinMs = 500

/** F22: very many runs are asked for at once, each with a change outside. They drain, with a kill half way. */
export async function manyQueued(world: World, runs: number, say: (line: string) => void): Promise<Finding> {
  const free = await publishHook(world, 'F22', oneRecord(world))
  const keyed = await Promise.all(
    Array.from({ length: keys }, async (_, n) => {
      const made = await publishHook(world, `F22 key ${n}`, oneRecord(world))
      await world.api.patch(`/workflows/${made.id}`, { limit: { runsAtOnce: 1, whenFull: 'queue' } })
      return made
    }),
  )
  const ids = [free, ...keyed].map(({ id }) => id)
  const before = await world.far.effects()
  const page = await watchRunsPage(world)
  const stopWatching = watchMemory(
    () => ({
      app: world.app().child.pid ?? 0,
      database: databaseOf(world.app().directory).pid,
    }),
    2_000,
  )
  const begun = performance.now()
  const asked = await Promise.all([
    callMany({ url: free.hook, callers: 20, count: Math.round(runs * 0.9), body: '{}' }).then(
      ({ statuses }) => ({ accepted: statuses['202'] ?? 0 }),
    ),
    ...keyed.map(({ hook }) => callOneByOne(hook, Math.round((runs * 0.1) / keys))),
  ])
  const accepted = asked.reduce((sum, { accepted }) => sum + accepted, 0)
  const seconds = (performance.now() - begun) / 1_000
  say(`F22: ${accepted} runs accepted in ${seconds.toFixed(0)} s`)
  const half = Math.floor(accepted / 2)
  while ((await ended(world, ids)) < half) await delay(100)
  const left = accepted - (await ended(world, ids))
  const recovery = await world.killAndRestart()
  const isDone = await untilNoneOpen(world, ids, 60_000 + accepted * 200)
  const memory = stopWatching()
  const pages = page.stop()
  const wrong = isDone ? [] : ['not all runs ended in time']
  wrong.push(
    ...(await orderOf(
      world,
      keyed.map(({ id }) => id),
    )),
  )
  if (memory >= mostMemory) wrong.push(`application and database took ${(memory / 1e6).toFixed(0)} MB`)
  for (const [what, { p95 }] of [
    ['the runs page', pages.page],
    ['its list', pages.list],
  ] as const) {
    if (p95 >= pageWithinMs) wrong.push(`${what} answered within ${p95.toFixed(0)} ms at p95`)
  }
  const [total] = await world.sql<{ succeeded: number; seconds: number }[]>`
    select count(*) filter (where status = 'succeeded')::int as succeeded,
      extract(epoch from max(ended_at) - min(created_at))::float8 as seconds
    from runs where workflow_id = any(${ids})`
  const succeeded = total?.succeeded ?? 0
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F22',
    what: 'queued runs, each with a change outside; one kill half way',
    n: accepted,
    lost: Math.max(accepted - succeeded, accepted - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown: [],
    recoveries: [recovery],
    notes: [
      `accepted at ${(accepted / seconds).toFixed(0)} a second, ${left} still queued at the kill; ${(succeeded / (total?.seconds ?? 1)).toFixed(1)} runs/s from the first call to the last end, the restart included`,
      `most memory, application and database (proportional set sizes): ${(memory / 1e6).toFixed(0)} MB of ${mostMemory / 1e6}; the runs page meanwhile, ${pages.count} times, ms median / p95: page ${inMs(pages.page)}, its list ${inMs(pages.list)} (goal ${pageWithinMs} each), one after the other ${inMs(pages.both)}`,
      `${keys} workflows that carry one run at a time kept their order`,
    ],
  }
}

const inMs = ({ p50, p95 }: { readonly p50: number; readonly p95: number }) =>
  `${p50.toFixed(0)} / ${p95.toFixed(0)}`

/** The next call follows the answer to the last: so it is known which came first. */
async function callOneByOne(url: string, count: number): Promise<{ readonly accepted: number }> {
  let accepted = 0
  for (let n = 0; n < count; n++) {
    const answer = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    await answer.arrayBuffer()
    if (answer.status === 202) accepted++
  }
  return { accepted }
}

async function ended({ sql }: World, workflows: readonly string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from runs where workflow_id = any(${[...workflows]}) and ended_at is not null`
  return row?.count ?? 0
}

/** First come, first served, and one at a time: a run begins after the one before it has ended. */
async function orderOf({ sql }: World, workflows: readonly string[]): Promise<string[]> {
  const [row] = await sql<{ early: number; beside: number }[]>`
    select count(*) filter (where started_at < earlier_start)::int as early,
      count(*) filter (where started_at < earlier_end)::int as beside
    from (
      select started_at,
        lag(started_at) over same as earlier_start, lag(ended_at) over same as earlier_end
      from runs where workflow_id = any(${[...workflows]})
      window same as (partition by workflow_id order by created_at, id)
    ) as ordered`
  return [
    ...(row?.early ? [`${row.early} runs of a key began before an earlier one`] : []),
    ...(row?.beside ? [`${row.beside} runs of a key began beside an earlier one`] : []),
  ]
}
