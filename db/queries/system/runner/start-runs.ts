import { asInnerJson, asJson, type Statements } from './statements'

export type NewRun = {
  readonly id: string
  readonly functionId: string
  readonly eventId: string
  readonly events: readonly unknown[]
  readonly priority: number
  readonly limits: readonly { readonly key: string; readonly limit: number }[]
  readonly parent: { readonly runId: string; readonly step: string } | null
  /** The events that end it, as waits. */
  readonly cancels: readonly {
    readonly step: string
    readonly event: string
    readonly matchValue: string | null
    readonly expression: string | null
    readonly timeoutMs: number | null
  }[]
}

export type StoredEvent = { readonly id: string; readonly name: string }

/**
 * Stores events and the runs that they start. An event that is known already starts nothing: sending twice is
 * harmless. Returns the ids of the events that were new.
 */
export async function startRuns(
  sql: Statements,
  { events, runs }: { readonly events: readonly StoredEvent[]; readonly runs: readonly NewRun[] },
): Promise<{ readonly known: readonly string[] }> {
  const rows = runs.map((run) => ({
    ...run,
    events: asInnerJson(run.events),
    key: run.limits[0]?.key ?? null,
    calls: run.limits[0]?.limit ?? null,
    secondKey: run.limits[1]?.key ?? null,
    secondCalls: run.limits[1]?.limit ?? null,
    parentRun: run.parent?.runId ?? null,
    parentStep: run.parent?.step ?? null,
  }))
  const known = await sql<{ id: string }[]>`
    with known as (
      insert into runner_events (id, name)
      select event.id, event.name from json_to_recordset(${asJson(events)}::text::json) as event(id text, name text)
      on conflict (id) do nothing
      returning id
    ), wanted as (
      select * from json_to_recordset(${asJson(rows)}::text::json) as run(
        id text, "functionId" text, "eventId" text, events text, priority int, key text, calls int,
        "secondKey" text, "secondCalls" int, "parentRun" text, "parentStep" text, cancels json)
      where run."eventId" in (select id from known)
    ), started as (
      insert into runner_runs (id, function_id, event_id, events, priority, limit_key, limit_calls, second_limit_key,
        second_limit_calls, parent_run_id, parent_step)
      select id, "functionId", "eventId", events::json, priority, key, calls, "secondKey", "secondCalls", "parentRun",
        "parentStep"
      from wanted
      on conflict (function_id, event_id) do nothing
      returning id, priority
    ), called as (
      insert into runner_jobs (run_id, step, kind, run_at)
      select id, '', 'discover', now() - priority * interval '1 second' from started
    ), guarded as (
      insert into runner_waits (run_id, step, event, match_value, expression, cancels, expires_at)
      select started.id, cancel.step, cancel.event, cancel."matchValue", cancel.expression, true,
        now() + cancel."timeoutMs" * interval '1 millisecond'
      from started join wanted on wanted.id = started.id
      cross join lateral json_to_recordset(wanted.cancels)
        as cancel(step text, event text, "matchValue" text, expression text, "timeoutMs" float8)
    )
    select id from known`
  return { known: known.map((event) => event.id) }
}
