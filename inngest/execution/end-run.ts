import { newId } from '@/db/new-id'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { deriveRunStatus } from '@/db/queries/runs/derive-run-status'
import { finishRun } from '@/db/queries/runs/finish-run'
import { touchRun } from '@/db/queries/runs/touch-run'
import type { ArtifactId } from '@/lib/core/ids'
import { storable } from '@/lib/core/storable'
import type { RunEnd } from '@/lib/engine/contract'
import { roomMade } from '@/lib/services/runs/start/admit-runs'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { closingRun } from './closing'
import type { Execution } from './execution'
import { flushPending } from './pending'
import { inlineBytes } from './stored-output'

/** Writes down how a run ended, together with what is pending. A run that was cancelled meanwhile stays cancelled. */
export async function endRun(
  execution: Execution,
  { status, output, error }: Pick<RunEnd, 'status' | 'output' | 'error'>,
): Promise<void> {
  await closingRun(async (tx) => {
    const body = Buffer.from(JSON.stringify(output))
    const artifactId = body.length > inlineBytes ? newId<ArtifactId>('art') : null
    // Sent together, done in this order: the run is held first.
    await Promise.all([
      touchRun(tx, execution.scope),
      flushPending(tx, execution),
      deriveRunStatus(tx, execution.scope),
      artifactId &&
        insertArtifact(tx, {
          id: artifactId,
          ...execution.scope,
          contentType: 'application/json',
          size: body.length,
          body,
        }),
      finishRun(tx, {
        ...execution.scope,
        status,
        output: artifactId ? { artifact: artifactId, bytes: body.length } : output,
        ...(error ? { error: { ...error, message: storable(error.message) } } : {}),
      }),
    ])
  })
  announceRun(execution.run.id)
  roomMade(execution.scope.workspaceId)
}
