import { and, eq, sql } from 'drizzle-orm'
import type { ApprovalId, RunId, WorkspaceId } from '../../../lib/core/ids'
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

/** The same for what waits in these steps, or in parts of them. Answers which. */
export async function cancelApprovalsUnder(
  db: Database,
  {
    workspaceId,
    runId,
    paths,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly paths: readonly string[] },
): Promise<ApprovalId[]> {
  const rows = await db.execute<{ id: ApprovalId }>(sql`
    update approvals set status = 'cancelled', decided_at = now(), signalled_at = now()
    where workspace_id = ${workspaceId} and run_id = ${runId} and status = 'pending'
      and exists (
        select 1 from json_array_elements_text(${JSON.stringify(paths)}::json) as branch(path)
        where step_path = branch.path or starts_with(step_path, branch.path || '[')
          or starts_with(step_path, branch.path || '.') or starts_with(step_path, branch.path || '~')
      )
    returning id`)
  return rows.map(({ id }) => id)
}
