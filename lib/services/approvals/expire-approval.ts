import 'server-only'
import { database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { lockApproval } from '@/db/queries/approvals/lock-approval'
import { settleApproval } from '@/db/queries/approvals/settle-approval'
import { touchRun } from '@/db/queries/runs/touch-run'
import type { ApprovalId, RunId, WorkspaceId } from '@/lib/core/ids'

/**
 * How an approval stands now. One whose deadline has passed is expired under its lock: a decision that came in time has
 * been taken by then, and one that comes later finds it expired.
 */
export async function expireApproval(of: {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly approvalId: ApprovalId
}): Promise<ApprovalRow['status'] | undefined> {
  return database().db.transaction(async (tx) => {
    await touchRun(tx, of)
    const locked = await lockApproval(tx, of)
    if (!locked) return undefined
    if (locked.approval.status !== 'pending' || !locked.isOverdue) return locked.approval.status
    await settleApproval(tx, { ...of, status: 'expired' })
    return 'expired'
  })
}
