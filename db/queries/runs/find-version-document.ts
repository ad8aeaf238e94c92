import { and, eq } from 'drizzle-orm'
import type { VersionId, WorkspaceId } from '../../../lib/core/ids'
import type { WorkflowDocument } from '../../../lib/workflow/document'
import type { Database } from '../../client'
import { workflowVersions } from '../../schema/workflows'

/** The document of a version, which never changes. */
export async function findVersionDocument(
  db: Database,
  { workspaceId, versionId }: { readonly workspaceId: WorkspaceId; readonly versionId: VersionId },
): Promise<WorkflowDocument | undefined> {
  const [row] = await db
    .select({ document: workflowVersions.document })
    .from(workflowVersions)
    .where(and(eq(workflowVersions.workspaceId, workspaceId), eq(workflowVersions.id, versionId)))
  return row?.document
}
