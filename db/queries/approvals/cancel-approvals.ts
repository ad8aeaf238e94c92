import { and, eq, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'

/** Takes back what still waits for a decision of this run. The caller holds the run's lock. */
export async function cancelApprovals(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db
    .update(approvals)
    .set({ status: 'cancelled', decidedAt: sql`now()`, signalledAt: sql`now()` })
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.runId, runId),
        eq(approvals.status, 'pending'),
      ),
    )
}
