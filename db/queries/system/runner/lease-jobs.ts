import type { Statements } from './statements'

export type JobKind = 'discover' | 'step' | 'sleep' | 'timeout' | 'announce'

export type LeasedJob = {
  readonly id: string
  readonly runId: string
  readonly step: string
  readonly kind: JobKind
  readonly attempt: number
  readonly token: string
}

/** The jobs against which so much weighs, from and below. */
export type Weighing = { readonly from: number; readonly below: number }

export type Lease = {
  readonly owner: number
  readonly count: number
  readonly leaseMs: number
  readonly strikes: Weighing
}

/** Takes the due call of one run, unless somebody has it or a process ended over it. The caller holds the run. */
export async function leaseCall(
  sql: Statements,
  { runId, owner, leaseMs }: Pick<Lease, 'owner' | 'leaseMs'> & { readonly runId: string },
): Promise<LeasedJob | undefined> {
  const [job] = await sql<LeasedJob[]>`
    update runner_jobs job
    set token = gen_random_uuid()::text, owner = ${owner}, redo = false,
        lease_until = clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'
    where run_id = ${runId} and step = '' and kind = 'discover' and token is null and strikes = 0 and run_at <= now()
    returning job.id::text, job.run_id as "runId", job.step, job.kind, job.attempt, job.token`
  return job
}

/**
 * Takes up to `count` due jobs for `owner`, the oldest first. A job that another process holds is passed over, so
 * two processes never take the same one. Time is the database's.
 */
export async function leaseJobs(
  sql: Statements,
  { owner, count, leaseMs, strikes }: Lease,
): Promise<LeasedJob[]> {
  return await sql<LeasedJob[]>`
    with due as (
      select id from runner_jobs
      where token is null and run_at <= now() and strikes >= ${strikes.from}::int and strikes < ${strikes.below}::int
      order by run_at limit ${count}
      for update skip locked
    )
    update runner_jobs job
    set token = gen_random_uuid()::text, owner = ${owner}, redo = false,
        lease_until = now() + ${leaseMs}::float8 * interval '1 millisecond'
    from due where job.id = due.id
    returning job.id::text, job.run_id as "runId", job.step, job.kind, job.attempt, job.token`
}
