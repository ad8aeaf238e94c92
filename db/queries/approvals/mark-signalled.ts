import { and, eq, sql } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'

export async function markSignalled(
  db: Database,
  { workspaceId, approvalId }: { readonly workspaceId: WorkspaceId; readonly approvalId: ApprovalId },
): Promise<void> {
  await db
    .update(approvals)
    .set({ signalledAt: sql`now()` })
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.id, approvalId)))
    .prepare('mark_signalled')
    .execute()
}
