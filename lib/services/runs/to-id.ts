import 'server-only'
import { HandrailError } from '@/lib/core/errors'
import { type ApprovalId, type ArtifactId, isId, type RunId, type WorkflowId } from '@/lib/core/ids'

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

export function notFound(
  what: 'run' | 'step' | 'workflow' | 'version' | 'approval' | 'artifact',
): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: `There is no such ${what} in this workspace. It may have been deleted.`,
  })
}
