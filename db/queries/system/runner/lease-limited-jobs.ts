import type { Lease, LeasedJob } from './lease-jobs'
import type { Statements } from './statements'

/** Every process that counts leases under a key takes this lock first, so that no two count at once. */
const countingLock = 4713

/**
 * As `leaseJobs`, and keeps the functions' concurrency limits: at most `limit` leased calls under one key, in all
 * processes together. Call it in a transaction: the lock lasts until its end.
 */
export async function leaseLimitedJobs(
  sql: Statements,
  { owner, count, leaseMs, strikes }: Lease,
): Promise<LeasedJob[]> {
  await sql`select pg_advisory_xact_lock(${countingLock}::bigint)`
  return await sql<LeasedJob[]>`
    with keys as (
      select key, count(*) as used
      from runner_jobs job join runner_runs run on run.id = job.run_id
      cross join lateral (values (run.limit_key), (run.second_limit_key)) as held(key)
      where job.token is not null and job.kind in ('discover', 'step') and key is not null
      group by key
    ), open as (
      select job.id, job.run_at, call.limit_key, run.limit_calls, call.second_limit_key, run.second_limit_calls,
             coalesce(first.used, 0) as used, coalesce(second.used, 0) as second_used
      from runner_jobs job join runner_runs run on run.id = job.run_id
      cross join lateral (select case when job.kind in ('discover', 'step') then run.limit_key end as limit_key,
        case when job.kind in ('discover', 'step') then run.second_limit_key end as second_limit_key) as call
      left join keys first on first.key = call.limit_key
      left join keys second on second.key = call.second_limit_key
      where job.token is null and job.run_at <= now()
        and job.strikes >= ${strikes.from}::int and job.strikes < ${strikes.below}::int
        and (call.limit_key is null or coalesce(first.used, 0) < run.limit_calls)
        and (call.second_limit_key is null or coalesce(second.used, 0) < run.second_limit_calls)
      order by job.run_at limit ${count * 20}
    ), ranked as (
      select *, row_number() over (partition by limit_key order by run_at, id) as place,
             row_number() over (partition by second_limit_key order by run_at, id) as second_place
      from open
    ), due as (
      select job.id from runner_jobs job
      where job.token is null and job.id in (
        select id from ranked
        where (limit_key is null or used + place <= limit_calls)
          and (second_limit_key is null or second_used + second_place <= second_limit_calls)
        order by run_at limit ${count}
      )
      for update skip locked
    )
    update runner_jobs job
    set token = gen_random_uuid()::text, owner = ${owner}, redo = false,
        lease_until = now() + ${leaseMs}::float8 * interval '1 millisecond'
    from due where job.id = due.id
    returning job.id::text, job.run_id as "runId", job.step, job.kind, job.attempt, job.token`
}
