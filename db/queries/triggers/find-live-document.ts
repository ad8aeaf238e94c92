import { and, eq } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { workflows, workflowVersions } from '../../schema/workflows'

/** What is live of a workflow, and whether it is switched on; also of one that was deleted: then nothing is. */
export async function findLiveDocument(
  db: Database,
  { workspaceId, workflowId }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
) {
  const [row] = await db
    .select({
      paused: workflows.paused,
      removedAt: workflows.removedAt,
      document: workflowVersions.document,
    })
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .where(and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, workflowId)))
  return row
}
