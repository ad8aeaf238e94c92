import { and, eq, sql } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'

/**
 * An approval, locked until the transaction ends, and whether its deadline has passed by the database's clock. Decisions,
 * expiry and cancelling all take this lock, so that exactly one of them wins.
 */
export async function lockApproval(
  db: Database,
  { workspaceId, approvalId }: { readonly workspaceId: WorkspaceId; readonly approvalId: ApprovalId },
) {
  const [row] = await db
    .select({
      approval: approvals,
      isOverdue: sql<boolean>`coalesce(${approvals.deadline} <= clock_timestamp(), false)`,
    })
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.id, approvalId)))
    .for('update')
    .prepare('lock_approval')
    .execute()
  return row
}
