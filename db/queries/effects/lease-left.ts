import { sql } from 'drizzle-orm'
import type { Database } from '../../client'
import type { HeldLease } from './holds-lease'

/**
 * For how long a lease is held yet, from now. It stays so until the transaction ends. Undefined: it is another's. Where
 * there is no lease, because another runtime carries the run, there is no end.
 */
export async function leaseLeft(db: Database, lease: HeldLease | null): Promise<number | undefined> {
  if (lease === null) return Number.POSITIVE_INFINITY
  const [row] = await db.execute<{ left: string }>(sql`
    select extract(epoch from lease_until - now()) * 1000 as "left" from runner_jobs
    where id = ${lease.jobId}::bigint and token = ${lease.token} for share`)
  return row && Number(row.left)
}
