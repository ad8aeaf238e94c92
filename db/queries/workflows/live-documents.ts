import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { workflows, workflowVersions } from '../../schema/workflows'

const columns = { id: workflows.id, name: workflows.name, document: workflowVersions.document }

/** Workflows of a workspace by name, with their live versions; null where there is none. */
export async function listLiveDocuments(
  db: Database,
  { workspaceId, limit }: { readonly workspaceId: WorkspaceId; readonly limit: number },
) {
  return db
    .select(columns)
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .where(and(eq(workflows.workspaceId, workspaceId), isNull(workflows.removedAt)))
    .orderBy(asc(workflows.name), asc(workflows.id))
    .limit(limit)
}

/** The same for those named. */
export async function findLiveDocuments(
  db: Database,
  { workspaceId, ids }: { readonly workspaceId: WorkspaceId; readonly ids: readonly WorkflowId[] },
) {
  if (ids.length === 0) return []
  return db
    .select(columns)
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .where(
      and(
        eq(workflows.workspaceId, workspaceId),
        inArray(workflows.id, [...ids]),
        isNull(workflows.removedAt),
      ),
    )
}
