import type { UserId, VersionId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { WorkflowDocument } from '../../../lib/workflow/document'
import type { Database } from '../../client'
import { workflowVersions } from '../../schema/workflows'

export type FrozenDraft = {
  readonly id: VersionId
  readonly workspaceId: WorkspaceId
  readonly workflowId: WorkflowId
  readonly document: WorkflowDocument
  readonly createdBy: UserId
}

/** Keeps a draft as an unpublished version, so that a run of it has a document that does not change. */
export async function freezeDraft(db: Database, draft: FrozenDraft): Promise<void> {
  await db.insert(workflowVersions).values({ ...draft, number: null })
}
