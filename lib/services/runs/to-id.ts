import 'server-only'
import { type ApprovalId, type ArtifactId, isId, type RunId, type WorkflowId } from '@/lib/core/ids'
import { notFound } from '@/lib/services/http/not-found'

/** What is not even the form of an id names nothing: the same answer as for one that is not there. */
export function toRunId(text: string): RunId {
  if (isId<RunId>('run', text)) return text
  throw notFound('run')
}

export function toWorkflowId(text: string): WorkflowId {
  if (isId<WorkflowId>('wfl', text)) return text
  throw notFound('workflow')
}

export function toApprovalId(text: string): ApprovalId {
  if (isId<ApprovalId>('apr', text)) return text
  throw notFound('approval')
}

export function toArtifactId(text: string): ArtifactId {
  if (isId<ArtifactId>('art', text)) return text
  throw notFound('artifact')
}
