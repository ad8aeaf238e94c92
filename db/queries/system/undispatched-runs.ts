import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Runs that have their place and that the runtime was never told of: their process ended in between, or could not. */
export async function undispatchedRuns(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ runId: runs.id, workspaceId: runs.workspaceId, versionId: runs.versionId })
    .from(runs)
    .where(
      and(
        isNull(runs.dispatchedAt),
        eq(runs.status, 'queued'),
        lt(runs.admittedAt, sql`now() - interval '2 seconds'`),
      ),
    )
    .orderBy(asc(runs.admittedAt))
    .limit(limit)
}
