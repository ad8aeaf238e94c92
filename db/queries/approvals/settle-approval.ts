import { and, eq, sql } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'

/** Ends a pending approval. The caller holds its lock. */
export async function settleApproval(
  db: Database,
  {
    workspaceId,
    approvalId,
    status,
  }: {
    readonly workspaceId: WorkspaceId
    readonly approvalId: ApprovalId
    readonly status: 'approved' | 'rejected' | 'expired'
  },
): Promise<void> {
  await db
    .update(approvals)
    .set({ status, decidedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.id, approvalId),
        eq(approvals.status, 'pending'),
      ),
    )
    .prepare('settle_approval')
    .execute()
}
