import { asJson, type Statements } from './statements'

export type FoundWait = {
  readonly runId: string
  readonly step: string
  readonly event: string
  readonly matchValue: string | null
  readonly expression: string | null
  readonly cancels: boolean
  /** The events that started the run; present only where an expression has to be evaluated over them. */
  readonly triggers: readonly unknown[] | null
}

/** Waits for events lock by name, so that an event and the registration of a wait for it follow one another. */
const eventLock = 4712

/**
 * Until the transaction ends, no event of these names is taken in while a wait for one is registered, or the other way
 * round: it would be seen by neither. Events do not keep each other out. Take it before holding any run.
 */
export async function lockEventNames(
  sql: Statements,
  names: readonly string[],
  being: 'taken in' | 'waited for',
): Promise<void> {
  const sorted = asJson([...new Set(names)].sort())
  if (being === 'taken in') {
    await sql`
      select pg_advisory_xact_lock_shared(${eventLock}::int, hashtext(name))
      from json_array_elements_text(${sorted}::text::json) as names(name)`
  } else {
    await sql`
      select pg_advisory_xact_lock(${eventLock}::int, hashtext(name))
      from json_array_elements_text(${sorted}::text::json) as names(name)`
  }
}

/** The open waits that these events may end: those by value are found by index, the rest is for the caller to judge. */
export async function findWaits(
  sql: Statements,
  { names, values }: { readonly names: readonly string[]; readonly values: readonly string[] },
): Promise<FoundWait[]> {
  return await sql<FoundWait[]>`
    select wait.run_id as "runId", wait.step, wait.event, wait.match_value as "matchValue", wait.expression,
      wait.cancels, case when wait.expression is not null then run.events end as triggers
    from runner_waits wait join runner_runs run on run.id = wait.run_id
    where wait.event in (select json_array_elements_text(${asJson(names)}::text::json))
      and (wait.match_value is null
        or wait.match_value in (select json_array_elements_text(${asJson(values)}::text::json)))
      and (wait.expires_at is null or wait.expires_at > now())
      and run.status = 'running'`
}
