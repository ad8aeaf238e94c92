import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { RunId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Runs that were cancelled and that the runtime was never told of: their process ended in between, or could not. */
export async function untoldCancels(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ runId: runs.id, workspaceId: runs.workspaceId })
    .from(runs)
    .where(
      and(
        isNotNull(runs.cancelRequestedAt),
        isNull(runs.cancelToldAt),
        lt(runs.cancelRequestedAt, sql`now() - interval '2 seconds'`),
      ),
    )
    .orderBy(asc(runs.cancelRequestedAt))
    .limit(limit)
}

export async function noteCancelTold(db: Database, { runId }: { readonly runId: RunId }): Promise<void> {
  await db.update(runs).set({ cancelToldAt: sql`now()` }).where(eq(runs.id, runId))
}
