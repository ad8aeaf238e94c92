import type { Due } from './schedule-work'
import { asJson, type Statements } from './statements'

/** Has the job's call made again with the next attempt. The caller holds the run and the job. */
export async function retryJob(
  sql: Statements,
  { jobId, due }: { readonly jobId: string; readonly due: Due },
): Promise<void> {
  await sql`
    update runner_jobs
    set token = null, owner = null, lease_until = null, attempt = attempt + 1,
      run_at = coalesce(to_timestamp((${asJson(due)}::text::json ->> 'at')::float8 / 1000),
                        now() + (${asJson(due)}::text::json ->> 'in')::float8 * interval '1 millisecond')
    where id = ${jobId}::bigint`
}

/** Has the function called again at once, at attempt 0. The caller holds the run and the job. */
export async function callAgain(sql: Statements, jobId: string): Promise<void> {
  await sql`
    update runner_jobs job
    set token = null, owner = null, lease_until = null, attempt = 0, redo = false,
        run_at = now() - run.priority * interval '1 second'
    from runner_runs run
    where job.id = ${jobId}::bigint and run.id = job.run_id`
}

export async function dropJob(sql: Statements, jobId: string): Promise<void> {
  await sql`delete from runner_jobs where id = ${jobId}::bigint`
}

/** Gives jobs back without an attempt: a process that stops, or a call whose answer could not be stored. */
export async function releaseJobs(sql: Statements, tokens: readonly string[]): Promise<void> {
  await sql`
    update runner_jobs set token = null, owner = null, lease_until = null
    where token in (select json_array_elements_text(${asJson(tokens)}::text::json))`
}
