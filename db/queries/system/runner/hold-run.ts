import type { Statements } from './statements'

/**
 * Locks the run's row until the transaction ends and says whether the run is under way. Whoever changes a run's
 * steps or jobs takes this lock before any of its job rows, and a child's before its parent's: one order for
 * everybody, or two transactions wait for each other.
 */
export async function holdRun(sql: Statements, runId: string): Promise<boolean> {
  const [run] = await sql<{ status: string }[]>`
    select status from runner_runs where id = ${runId} for no key update`
  return run?.status === 'running'
}

/** Locks the job if the call still holds it. `null`: it was taken away, and the call's answer must be ignored. */
export async function holdJob(
  sql: Statements,
  { jobId, token }: { readonly jobId: string; readonly token: string },
): Promise<{ readonly redo: boolean } | null> {
  const [job] = await sql<{ redo: boolean }[]>`
    select redo from runner_jobs where id = ${jobId}::bigint and token = ${token} for update`
  return job ?? null
}
