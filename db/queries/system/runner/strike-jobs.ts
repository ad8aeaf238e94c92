import { asJson, type Statements } from './statements'

/**
 * What freeing a job whose call came to no end writes: a strike, counted from one again when the run has come further
 * since the last. One that has had enough is put off, so that nobody takes it before its run is parked.
 */
const strike = (sql: Statements, maximum: number) => sql`
  token = null, owner = null, lease_until = null,
  strikes = case when ended.steps > job.struck_at then 1 else job.strikes + 1 end,
  struck_at = ended.steps,
  run_at = case
    when ended.steps <= job.struck_at and job.strikes + 1 >= ${maximum}::int then now() + interval '1 hour'
    else job.run_at
  end`

/**
 * Frees the jobs of processes that are dead: those whose lock can be had. `for update skip locked` keeps two
 * processes that look at once out of each other's way.
 */
export async function freeJobsOfTheDead(
  sql: Statements,
  {
    ownerLock,
    owner,
    maximum,
  }: { readonly ownerLock: number; readonly owner: number; readonly maximum: number },
): Promise<number> {
  const freed = await sql`
    with others as materialized (
      select distinct owner from runner_jobs where token is not null and owner <> ${owner}
    ), dead as materialized (
      select owner from others where pg_try_advisory_xact_lock(${ownerLock}::int, owner)
    ), jobs as (
      select id, run_id from runner_jobs where token is not null and owner in (select owner from dead)
      for update skip locked
    )
    update runner_jobs job set ${strike(sql, maximum)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
  return freed.count
}

/** Frees jobs whose lease ran out: their process hangs, or cannot reach the database. */
export async function freeExpiredJobs(sql: Statements, maximum: number): Promise<number> {
  const freed = await sql`
    with jobs as (
      select id, run_id from runner_jobs where token is not null and lease_until < now() for update skip locked
    )
    update runner_jobs job set ${strike(sql, maximum)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
  return freed.count
}

/** Gives back jobs whose calls ended in a way that could not be booked. */
export async function strikeJobs(
  sql: Statements,
  { tokens, maximum }: { readonly tokens: readonly string[]; readonly maximum: number },
): Promise<void> {
  await sql`
    with jobs as (
      select id, run_id from runner_jobs
      where token in (select json_array_elements_text(${asJson(tokens)}::text::json))
    )
    update runner_jobs job set ${strike(sql, maximum)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
}

/** A job that is held and has not begun is not to blame should its process end: it is a strike down meanwhile. */
export async function excuseJob(
  sql: Statements,
  { token, hasBegun }: { readonly token: string; readonly hasBegun: boolean },
): Promise<void> {
  await sql`
    update runner_jobs set strikes = strikes + ${hasBegun ? 1 : -1}::int where token = ${token}`
}

/** The runs whose calls have had so many strikes. */
export async function findPoisonedRuns(sql: Statements, maximum: number): Promise<string[]> {
  const rows = await sql<{ runId: string }[]>`
    select distinct run_id as "runId" from runner_jobs where strikes >= ${maximum}::int and token is null`
  return rows.map(({ runId }) => runId)
}

const endedSteps = (sql: Statements) => sql`
  select count(*)::int as steps from runner_steps step where step.run_id = jobs.run_id and step.state = 'done'`
