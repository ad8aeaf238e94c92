import { asJson, type Statements } from './statements'

export type StepEnd = {
  readonly runId: string
  readonly hash: string
  readonly data?: unknown
  readonly error?: unknown
}

/**
 * Ends a planned or waiting step and, when nothing else of its run is pending (or the step races), has the function
 * called again. The caller holds the run. `false`: the step had ended before, and its first result stays.
 *
 * `force_plan` is cleared here and only with nothing pending: clearing it earlier lets a call run a step that is
 * planned already.
 */
export async function endStep(sql: Statements, end: StepEnd): Promise<boolean> {
  const error = end.error === undefined ? null : asJson(end.error)
  const [ended] = await sql<{ hash: string }[]>`
    with ended as (
      update runner_steps
      set state = 'done', ord = default, error = ${error}::text::json,
          data = case when ${error}::text is null then ${asJson(end.data)}::text::json end
      where run_id = ${end.runId} and hash = ${end.hash} and state <> 'done'
      returning hash, race
    ), pending as (
      select count(*) as others from runner_steps
      where run_id = ${end.runId} and state <> 'done' and hash <> ${end.hash}
    ), cleared as (
      update runner_runs set force_plan = false
      from ended, pending
      where id = ${end.runId} and force_plan and pending.others = 0
    ), unscheduled as (
      delete from runner_jobs
      where run_id = ${end.runId} and step = ${end.hash} and exists (select 1 from ended)
    ), unregistered as (
      delete from runner_waits
      where run_id = ${end.runId} and step = ${end.hash} and exists (select 1 from ended)
    ), called as (
      insert into runner_jobs (run_id, step, kind, run_at)
      select ${end.runId}, '', 'discover', now() - run.priority * interval '1 second'
      from ended, pending, runner_runs run
      where run.id = ${end.runId} and (pending.others = 0 or ended.race)
      on conflict (run_id, step, kind) do update
        set redo = runner_jobs.redo or runner_jobs.token is not null
    )
    select hash from ended`
  return ended !== undefined
}
