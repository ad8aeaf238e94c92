import { line } from '../documents'
import { callMany } from '../load'
import { loadNow } from '../machine'
import { benchToken, type Product } from '../product'
import type { Section } from '../section'
import { ms, percentile, printTable, say, spread } from '../table'

const runCount = 100_000
const stepsEach = 10

/** The list of runs and a run opened, with a long history stored. */
export const listing: Section = {
  title: 'List and open',
  async run(product) {
    const { id } = await product.publish('History', line(stepsEach))
    say(`\nStoring ${runCount} runs with ${runCount * stepsEach} steps …`)
    await fill(product, id)
    const [middle] = await product.sql<{ id: string; at: Date }[]>`
      select id, created_at as at from runs where workflow_id = ${id} order by created_at desc offset ${runCount / 2} limit 1`
    const deep = await cursorAt(product)
    const asks: readonly (readonly [string, string])[] = [
      ['the newest 30', '/runs'],
      ['100 a page', '/runs?limit=100'],
      ['a page 20,000 runs back', `/runs?cursor=${encodeURIComponent(deep)}`],
      ['failed only', '/runs?status=failed'],
      ['waiting only (none)', '/runs?status=waiting'],
      ['of one workflow', `/runs?workflow=${id}`],
      ['search: a word in the error', '/runs?search=rate%20limit'],
      ['search: found nowhere', '/runs?search=zzzzzz'],
      ['one run opened, with its steps', `/runs/${middle?.id}`],
    ]
    const rows: string[][] = []
    for (const [what, path] of asks) {
      const url = `${product.app.url}/api/v1${path}`
      const headers = { authorization: `Bearer ${benchToken}` }
      await callMany({ url, callers: 1, count: 3, method: 'GET', headers })
      const { latencies, statuses } = await callMany({ url, callers: 1, count: 40, method: 'GET', headers })
      rows.push([
        what,
        spread(latencies, 1),
        ms(percentile(latencies, 0.95)),
        what.startsWith('one run') ? '500 ms' : '300 ms',
        Object.keys(statuses).join(' '),
        loadNow(),
      ])
    }
    printTable(
      `List and open with ${runCount} runs and ${runCount * stepsEach} steps stored (peer: a list with 10,000 runs stored, 20 ms)`,
      ['asked', 'ms, median (least–most)', 'p95', 'goal for p95', 'status', 'load'],
      rows,
    )
  },
}

async function cursorAt({ api }: Product): Promise<string> {
  let cursor = ''
  for (let page = 0; page < 200; page++) {
    const { body } = await api.get(`/runs?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    cursor = body.next
  }
  return cursor
}

/** Runs as the product itself stores them, over the last 100 days, one in fifty failed. */
async function fill({ sql }: Product, workflow: string): Promise<void> {
  await sql`
    insert into runs (id, workspace_id, workflow_id, version_id, mode, practice, status, trigger, started_via, input,
      output, error, origin_run_id, revision, dispatched_at, created_at, started_at, ended_at)
    select 'run_' || lpad(n::text, 26, '0'), workflow.workspace_id, workflow.id, workflow.live_version_id, 'live', false,
      case when n % 50 = 0 then 'failed' else 'succeeded' end, 'called', 'webhook',
      '{"method":"POST","headers":{},"query":{},"body":{"name":"ada"}}'::json, '{"greeting":"Hello"}'::json,
      case when n % 50 = 0 then jsonb_build_object('code', 'service_failed', 'who', 'operator', 'retry', 'after',
        'message', 'The service answered 429: rate limit reached.', 'path', 'step_3') end,
      'run_' || lpad(n::text, 26, '0'), 1, at, at, at, at + interval '40 ms'
    from generate_series(1, ${runCount}::int) as n
    cross join lateral (select now() - n * interval '86 seconds' as at) as moments
    join workflows workflow on workflow.id = ${workflow}`
  await sql.begin(async (inside) => {
    // The steps belong to the runs above: asking for each of a million whether it does would take minutes.
    await inside`set local session_replication_role = replica`
    await inside`
      insert into steps (run_id, path, workspace_id, node_id, type, title, position, status, exit, attempt, output,
        started_at, ended_at)
      select 'run_' || lpad(n::text, 26, '0'), 'step_' || s, workflow.workspace_id, 'step_' || s, 'set', 'Set values',
        s * 10000, 'succeeded', 'out', 1,
        '{"greeting":"Hello Ada, order 4711","total":"Total: 37.5","line":"ADA at home"}'::json, now(), now()
      from generate_series(1, ${runCount}::int) as n cross join generate_series(1, ${stepsEach}::int) as s
      join workflows workflow on workflow.id = ${workflow}`
  })
  await sql`vacuum analyze runs, steps`
}
