import 'server-only'
import { type Database, database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { lockApproval } from '@/db/queries/approvals/lock-approval'
import { settleApproval } from '@/db/queries/approvals/settle-approval'
import { touchRun } from '@/db/queries/runs/touch-run'
import type { ApprovalId, RunId, WorkspaceId } from '@/lib/core/ids'

type Key = { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly approvalId: ApprovalId }

/**
 * How an approval stands now. One whose deadline has passed is expired under its lock: a decision that came in time has
 * been taken by then, and one that comes later finds it expired.
 */
export async function expireApproval(of: Key): Promise<ApprovalRow['status'] | undefined> {
  return database().db.transaction(async (tx) => {
    await touchRun(tx, of)
    return (await expireIfOverdue(tx, of))?.status
  })
}

/** The same in a transaction that has touched the run. */
export async function expireIfOverdue(tx: Database, of: Key): Promise<ApprovalRow | undefined> {
  const locked = await lockApproval(tx, of)
  if (!locked) return undefined
  if (locked.approval.status !== 'pending' || !locked.isOverdue) return locked.approval
  await settleApproval(tx, { ...of, status: 'expired' })
  return { ...locked.approval, status: 'expired' }
}
