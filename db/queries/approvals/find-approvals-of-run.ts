import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { approvals, runs } from '../../schema/runs'
import type { ApprovalRow } from './approval-row'

/** All approvals of a run and of those that it repeats, oldest first: what was approved once stays approved. */
export async function findApprovalsOfRun(
  db: Database,
  { workspaceId, originRunId }: { readonly workspaceId: WorkspaceId; readonly originRunId: RunId },
): Promise<ApprovalRow[]> {
  const rows = await db
    .select({ approval: approvals })
    .from(approvals)
    .innerJoin(runs, eq(runs.id, approvals.runId))
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(runs.workspaceId, workspaceId),
        eq(runs.originRunId, originRunId),
      ),
    )
    .orderBy(asc(approvals.createdAt), asc(approvals.id))
  return rows.map(({ approval }) => approval)
}
