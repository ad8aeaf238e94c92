import { asJson, type Statements } from './statements'

export type RunEnd = {
  readonly runId: string
  readonly status: 'completed' | 'failed' | 'cancelled'
  readonly output?: unknown
  readonly error?: unknown
  /** Does a function listen for the end of runs? Then it is told as events; so it is when a run waits for one. */
  readonly announce: boolean
}

export type Parent = { readonly runId: string; readonly step: string }

/**
 * Ends a run and drops everything that was still to come of it. The caller holds the run and, when a parent is
 * returned, ends the parent's step in the same transaction.
 */
export async function endRun(sql: Statements, end: RunEnd): Promise<Parent | null> {
  const output = end.status === 'completed' ? asJson(end.output) : null
  const error = end.error === undefined ? null : asJson(end.error)
  const [parent] = await sql<{ runId: string | null; step: string | null }[]>`
    with ended as (
      update runner_runs
      set status = ${end.status}, output = ${output}::text::json, error = ${error}::text::json, ended_at = now()
      where id = ${end.runId} and status = 'running'
      returning id, parent_run_id, parent_step
    ), unscheduled as (
      delete from runner_jobs where run_id in (select id from ended)
    ), unregistered as (
      delete from runner_waits where run_id in (select id from ended)
    ), announced as (
      insert into runner_jobs (run_id, step, kind, run_at)
      select id, '', 'announce', now() from ended
      where ${end.announce} or exists (
        select 1 from runner_waits where run_id <> ${end.runId} and event in
          ('inngest/function.finished', 'inngest/function.failed', 'inngest/function.cancelled'))
    )
    select parent_run_id as "runId", parent_step as step from ended`
  return parent?.runId && parent.step ? { runId: parent.runId, step: parent.step } : null
}
