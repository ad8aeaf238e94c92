import { asJson, type Statements } from './statements'

/** What a call that came to no end weighs against its run, and with how much the run is parked. */
export type Weights = {
  /** The process had nothing else under way. */
  readonly alone: number
  /** It had: any of its calls may have ended it. */
  readonly inCompany: number
  readonly enough: number
}

/**
 * What freeing a job whose call came to no end writes: what that weighs, counted anew when the run has come further since
 * the last. One that has had enough is put off, so that nobody takes it before its run is parked.
 */
const strike = (sql: Statements, { alone, inCompany, enough }: Weights) => sql`
  token = null, owner = null, lease_until = null,
  strikes = case when ended.steps > job.struck_at then 0 else job.strikes end
    + case when jobs.is_alone then ${alone}::int else ${inCompany}::int end,
  struck_at = ended.steps,
  run_at = case
    when ended.steps <= job.struck_at
      and job.strikes + case when jobs.is_alone then ${alone}::int else ${inCompany}::int end >= ${enough}::int
    then now() + interval '1 hour'
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
    weights,
  }: { readonly ownerLock: number; readonly owner: number; readonly weights: Weights },
): Promise<number> {
  const freed = await sql`
    with others as materialized (
      select owner, count(*) = 1 as is_alone from runner_jobs
      where token is not null and owner <> ${owner} group by owner
    ), dead as materialized (
      select owner, is_alone from others where pg_try_advisory_xact_lock(${ownerLock}::int, owner)
    ), jobs as (
      select job.id, job.run_id, dead.is_alone from runner_jobs job join dead on dead.owner = job.owner
      where job.token is not null for update of job skip locked
    )
    update runner_jobs job set ${strike(sql, weights)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
  return freed.count
}

/** Frees jobs whose lease ran out: their process hangs, or cannot reach the database. */
export async function freeExpiredJobs(sql: Statements, weights: Weights): Promise<number> {
  const freed = await sql`
    with held as materialized (
      select owner, count(*) = 1 as is_alone from runner_jobs where token is not null group by owner
    ), jobs as (
      select job.id, job.run_id, held.is_alone from runner_jobs job join held on held.owner = job.owner
      where job.token is not null and job.lease_until < now() for update of job skip locked
    )
    update runner_jobs job set ${strike(sql, weights)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
  return freed.count
}

/** Gives back jobs whose calls ended in a way that could not be booked: nothing else can be to blame for that. */
export async function strikeJobs(
  sql: Statements,
  { tokens, weights }: { readonly tokens: readonly string[]; readonly weights: Weights },
): Promise<void> {
  await sql`
    with jobs as (
      select id, run_id, true as is_alone from runner_jobs
      where token in (select json_array_elements_text(${asJson(tokens)}::text::json))
    )
    update runner_jobs job set ${strike(sql, weights)}
    from jobs cross join lateral (${endedSteps(sql)}) as ended where job.id = jobs.id`
}

/** Is there a due call that weighs so much that it is to be made alone? */
export async function hasSuspects(sql: Statements, weight: number): Promise<boolean> {
  const rows = await sql`
    select 1 from runner_jobs
    where strikes >= ${weight}::int and strikes > 0 and token is null and run_at <= now() limit 1`
  return rows.length > 0
}

/** The runs against which so much weighs. */
export async function findPoisonedRuns(sql: Statements, enough: number): Promise<string[]> {
  const rows = await sql<{ runId: string }[]>`
    select distinct run_id as "runId" from runner_jobs where strikes >= ${enough}::int and token is null`
  return rows.map(({ runId }) => runId)
}

const endedSteps = (sql: Statements) => sql`
  select count(*)::int as steps from runner_steps step where step.run_id = jobs.run_id and step.state = 'done'`
