import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals } from '../../schema/runs'
import type { ApprovalRow } from './approval-row'

/** All approvals of a run, oldest first. */
export async function findApprovalsOfRun(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<ApprovalRow[]> {
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.runId, runId)))
    .orderBy(asc(approvals.createdAt), asc(approvals.id))
}
