import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { RunId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/**
 * The runs of a workflow that have not ended, the oldest first, without this one, without tests and without those that
 * other runs called: these go with their callers.
 */
export async function othersUnderWay(
  db: Database,
  {
    workspaceId,
    workflowId,
    runId,
  }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId; readonly runId: RunId },
): Promise<RunId[]> {
  const rows = await db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(runs.workflowId, workflowId),
        ne(runs.id, runId),
        ne(runs.startedVia, 'test'),
        isNull(runs.parentRunId),
        isNull(runs.endedAt),
      ),
    )
    .orderBy(asc(runs.createdAt), asc(runs.id))
  return rows.map(({ id }) => id)
}
