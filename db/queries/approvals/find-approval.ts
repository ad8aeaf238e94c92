import { and, eq } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'
import type { ApprovalRow } from './approval-row'

export async function findApproval(
  db: Database,
  { workspaceId, approvalId }: { readonly workspaceId: WorkspaceId; readonly approvalId: ApprovalId },
): Promise<ApprovalRow | undefined> {
  const [row] = await db
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.id, approvalId)))
    .prepare('find_approval')
    .execute()
  return row
}
