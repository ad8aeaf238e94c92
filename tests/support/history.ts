import type postgres from 'postgres'

/**
 * Stores a long history of one workflow as the product itself stores runs: one for each 86 seconds back from now, one in
 * fifty failed, each with so many steps.
 */
export async function storeHistory(
  sql: postgres.Sql,
  {
    workflow,
    runs,
    stepsEach,
    series = '',
  }: {
    readonly workflow: string
    readonly runs: number
    readonly stepsEach: number
    /** How the ids of these runs begin: another one for each history in one database. */
    readonly series?: string
  },
): Promise<void> {
  const idOf = sql`('run_' || ${series}::text || lpad(n::text, ${26 - series.length}::int, '0'))`
  await sql`
    insert into runs (id, workspace_id, workflow_id, version_id, mode, practice, status, trigger, started_via, input,
      output, error, origin_run_id, revision, dispatched_at, created_at, started_at, ended_at)
    select ${idOf}, workflow.workspace_id, workflow.id, workflow.live_version_id, 'live', false,
      case when n % 50 = 0 then 'failed' else 'succeeded' end, 'called', 'webhook',
      '{"method":"POST","headers":{},"query":{},"body":{"name":"ada"}}'::json, '{"greeting":"Hello"}'::json,
      case when n % 50 = 0 then jsonb_build_object('code', 'service_failed', 'who', 'operator', 'retry', 'after',
        'message', 'The service answered 429: rate limit reached.', 'path', 'step_3') end,
      ${idOf}, 1, at, at, at, at + interval '40 ms'
    from generate_series(1, ${runs}::int) as n
    cross join lateral (select now() - n * interval '86 seconds' as at) as moments
    join workflows workflow on workflow.id = ${workflow}`
  await sql.begin(async (inside) => {
    // The steps belong to the runs above: asking for each of a million whether it does would take minutes.
    await inside`set local session_replication_role = replica`
    await inside`
      insert into steps (run_id, path, workspace_id, node_id, type, title, position, status, exit, attempt, output,
        started_at, ended_at)
      select ${idOf}, 'step_' || s, workflow.workspace_id, 'step_' || s, 'set', 'Set values',
        s * 10000, 'succeeded', 'out', 1,
        '{"greeting":"Hello Ada, order 4711","total":"Total: 37.5","line":"ADA at home"}'::json, now(), now()
      from generate_series(1, ${runs}::int) as n cross join generate_series(1, ${stepsEach}::int) as s
      join workflows workflow on workflow.id = ${workflow}`
  })
  await sql`vacuum analyze runs, steps`
}
