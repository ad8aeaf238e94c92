import { type SQL, sql } from 'drizzle-orm'

/** A job of the runner and the token of whoever holds it. */
export type HeldLease = { readonly jobId: string; readonly token: string }

/**
 * A condition: the job is still held under this token, and stays so until the transaction ends. Where there is no lease,
 * because another runtime carries the run, it is always met.
 */
export function holdsLease(lease: HeldLease | null): SQL | undefined {
  if (lease === null) return undefined
  return sql`exists (
    select 1 from runner_jobs where id = ${lease.jobId}::bigint and token = ${lease.token} for share
  )`
}
