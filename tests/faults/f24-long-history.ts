import { setTimeout as delay } from 'node:timers/promises'
import { callMany } from '../support/calls'
import { storeHistory } from '../support/history'
import { percentile } from '../support/percentile'
import { endsAtOnce } from './hooks'
import { startLoad } from './load'
import type { Finding } from './report'
import { approvalOnly, publish, startRun } from './workload'
import { must, type World } from './world'

const stepsEach = 10
const listWithinMs = 300
const openWithinMs = 500
const mostStallMs = 1_000

/** F24: a long history. It is listed, filtered, searched and opened, and most of it deleted by retention under load. */
export async function longHistory(world: World, runs: number, say: (line: string) => void): Promise<Finding> {
  const workflow = await publish(world, 'F24 history', approvalOnly(world))
  await storeHistory(world.sql, { workflow, runs, stepsEach, series: 'f24' })
  const [middle] = await world.sql<{ id: string; at: Date }[]>`
    select id, created_at as at from runs where workflow_id = ${workflow} order by created_at desc offset ${Math.floor(runs / 2)} limit 1`
  const asks: readonly (readonly [string, string, number])[] = [
    ['list', '/runs', listWithinMs],
    ['filter by state', '/runs?status=failed', listWithinMs],
    ['filter without a hit', '/runs?status=waiting', listWithinMs],
    ['filter by workflow', `/runs?workflow=${workflow}`, listWithinMs],
    ['deep page', `/runs?cursor=${cursorOf(middle)}`, listWithinMs],
    ['search in errors', '/runs?search=rate%20limit', listWithinMs],
    ['search without a hit', '/runs?search=zzzzzz', listWithinMs],
    ['open', `/runs/${middle?.id}`, openWithinMs],
  ]
  const wrong: string[] = []
  const figures: string[] = []
  for (const [what, path, withinMs] of asks) {
    const url = `${world.app().url}/api/v1${path}`
    const headers = { authorization: `Bearer ${world.token}` }
    await callMany({ url, callers: 1, count: 3, method: 'GET', headers })
    const { latencies, statuses } = await callMany({ url, callers: 1, count: 30, method: 'GET', headers })
    const p95 = percentile(latencies, 0.95)
    figures.push(`${what} ${p95.toFixed(0)}`)
    if (p95 >= withinMs) wrong.push(`${what}: ${p95.toFixed(0)} ms at p95`)
    if (!statuses['200'] || Object.keys(statuses).length > 1) wrong.push(`${what}: ${Object.keys(statuses)}`)
  }
  say(`F24: ${runs} runs with ${runs * stepsEach} steps stored; p95 in ms: ${figures.join(', ')}`)
  const deletion = await deleteUnderLoad(world, workflow, runs)
  say(`F24: ${deletion.deleted} runs deleted in ${deletion.seconds.toFixed(0)} s`)
  return {
    id: 'F24',
    what: 'a long history: list, filter, search, open, retention',
    n: runs,
    lost: deletion.lost,
    doubled: 0,
    failed: [...wrong, ...deletion.wrong],
    unknown: [],
    recoveries: [],
    notes: [
      `${runs * stepsEach} steps; ms at p95: ${figures.join(', ')} (goals ${listWithinMs}, open ${openWithinMs})`,
      `retention deleted ${deletion.deleted} runs in ${deletion.seconds.toFixed(0)} s, ${deletion.kept} younger ones stayed; meanwhile a run was accepted at least every ${deletion.gapMs.toFixed(0)} ms (goal ${mostStallMs}, asked every 50)`,
    ],
  }
}

/** Everything older than a day goes, while runs are started; what waits stays, however old. */
async function deleteUnderLoad(world: World, workflow: string, runs: number) {
  const waiting = await startRun(world, workflow, 1)
  await world.sql`update runs set created_at = now() - interval '400 days' where id = ${waiting}`
  const [before] = await counts(world, workflow)
  must(await world.api.patch('/workspace', { policy: { keepRunsDays: 1 } }))
  const quick = await publish(world, 'F24 quick', endsAtOnce)
  const load = startLoad(() => world.api, quick, 50)
  const begun = performance.now()
  const until = begun + 60_000 + runs * 10
  let left = before?.old ?? 0
  while (left > 0 && performance.now() < until) {
    await delay(500)
    left = (await counts(world, workflow))[0]?.old ?? 0
  }
  const seconds = (performance.now() - begun) / 1_000
  const { longestGapMs } = await load.stop()
  must(await world.api.patch('/workspace', { policy: { keepRunsDays: null } }))
  const [after] = await counts(world, workflow)
  const wrong: string[] = []
  if (left > 0) wrong.push(`${left} old runs were still there after ${seconds.toFixed(0)} s`)
  if (longestGapMs > mostStallMs) wrong.push(`no run was accepted for ${longestGapMs.toFixed(0)} ms`)
  const [steps] = await world.sql<{ orphans: number }[]>`
    select count(*)::int as orphans from steps where not exists (select 1 from runs where id = steps.run_id)`
  if (steps?.orphans) wrong.push(`${steps.orphans} steps were left behind by deleted runs`)
  const [still] = await world.sql`select 1 from runs where id = ${waiting} and ended_at is null`
  await world.api.post(`/runs/${waiting}/cancel`, {})
  return {
    deleted: (before?.old ?? 0) - left,
    seconds,
    gapMs: longestGapMs,
    kept: after?.young ?? 0,
    lost: Math.max(0, (before?.young ?? 0) - (after?.young ?? 0)) + (still ? 0 : 1),
    wrong,
  }
}

/** Runs of the stored history: those that are to go, and those that are not. */
function counts({ sql }: World, workflow: string) {
  return sql<{ old: number; young: number }[]>`
    select count(*) filter (where ended_at < now() - interval '25 hours')::int as old,
      count(*) filter (where ended_at > now() - interval '23 hours')::int as young
    from runs where workflow_id = ${workflow} and started_via = 'webhook'`
}

function cursorOf(run: { readonly id: string; readonly at: Date } | undefined): string {
  return Buffer.from(`${run?.at.toISOString()} ${run?.id}`).toString('base64url')
}
