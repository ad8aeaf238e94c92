import type { JobKind } from './lease-jobs'
import { asJson, type Statements } from './statements'

/** When: so many milliseconds from now, or at a moment (milliseconds since 1970). */
export type Due = { readonly in: number } | { readonly at: number }

export type NewJob = { readonly step: string; readonly kind: JobKind; readonly due: Due }

export type NewWait = {
  readonly step: string
  readonly event: string | null
  readonly matchValue: string | null
  readonly expression: string | null
  readonly signal: string | null
  readonly due: Due | null
}

type Work = {
  readonly runId: string
  readonly jobs: readonly NewJob[]
  readonly waits: readonly NewWait[]
}

/**
 * Schedules jobs and registers waits of a run that the caller holds. Returns the waits that could not be had because
 * another run waits for the same signal.
 */
export async function scheduleWork(sql: Statements, work: Work): Promise<ReadonlySet<string>> {
  const registered = await sql<{ step: string }[]>`
    with scheduled as (
      insert into runner_jobs (run_id, step, kind, run_at)
      select ${work.runId}, job.step, job.kind,
        coalesce(to_timestamp((job.due ->> 'at')::float8 / 1000),
                 now() + (job.due ->> 'in')::float8 * interval '1 millisecond')
      from json_to_recordset(${asJson(work.jobs)}::text::json) as job(step text, kind text, due json)
      on conflict (run_id, step, kind) do nothing
    )
    insert into runner_waits (run_id, step, event, match_value, expression, signal, expires_at)
    select ${work.runId}, wait.step, wait.event, wait."matchValue", wait.expression, wait.signal,
      coalesce(to_timestamp((wait.due ->> 'at')::float8 / 1000),
               now() + (wait.due ->> 'in')::float8 * interval '1 millisecond')
    from json_to_recordset(${asJson(work.waits)}::text::json)
      as wait(step text, event text, "matchValue" text, expression text, signal text, due json)
    on conflict do nothing
    returning step`
  const had = new Set(registered.map((wait) => wait.step))
  return new Set(work.waits.filter((wait) => !had.has(wait.step)).map((wait) => wait.step))
}

/** Takes a signal away from whoever waits for it: that wait stays open until its own deadline. */
export async function releaseSignals(sql: Statements, signals: readonly string[]): Promise<void> {
  await sql`
    update runner_waits set signal = null
    where signal in (select json_array_elements_text(${asJson(signals)}::text::json))`
}
