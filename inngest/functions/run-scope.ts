import { NonRetriableError, RetryAfterError } from 'inngest'
import { isId, type RunId, type VersionId, type WorkspaceId } from '@/lib/core/ids'
import { waitOut } from '../execution/wait-out'

/** The run that an event speaks of. */
export function scopeOf(data: { readonly workspaceId?: unknown; readonly runId?: unknown }) {
  const { workspaceId, runId } = data
  if (!isId<WorkspaceId>('wsp', workspaceId) || !isId<RunId>('run', runId))
    throw new NonRetriableError('The event names no run.')
  return { workspaceId, runId }
}

/** The version that the run was started with: it can be had ready before the run itself is read. */
export function versionOf({ versionId }: { readonly versionId?: unknown }): VersionId | undefined {
  return isId<VersionId>('ver', versionId) ? versionId : undefined
}

/** An outage of the database is waited out; a defect ends the call. */
export async function orRetry<Result>(carry: () => Promise<Result>): Promise<Result> {
  try {
    return await carry()
  } catch (error) {
    if (error instanceof NonRetriableError || error instanceof RetryAfterError) throw error
    waitOut(error)
    throw new NonRetriableError('The run broke.', { cause: error })
  }
}
