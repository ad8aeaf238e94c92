import { database } from '@/db/client'
import { finishRun } from '@/db/queries/runs/finish-run'
import { lockRun } from '@/db/queries/runs/lock-run'
import { cancelStepRows } from '@/db/queries/steps/cancel-steps'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import { toStepError } from '@/lib/engine/to-step-error'
import { announceRun } from '@/lib/services/runs/watch/announce-run'

/** Ends a run whose carrier gave up, so that it does not look as if it still ran. */
export async function endBroken(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  cause?: unknown,
): Promise<void> {
  await database().db.transaction(async (tx) => {
    const run = await lockRun(tx, scope)
    if (!run || run.endedAt) return
    await cancelStepRows(tx, scope)
    await finishRun(tx, { ...scope, status: 'failed', error: toStepError(cause) })
  })
  announceRun(scope.runId)
}
