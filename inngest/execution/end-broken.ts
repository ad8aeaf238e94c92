import { database } from '@/db/client'
import { finishRun } from '@/db/queries/runs/finish-run'
import { lockRun } from '@/db/queries/runs/lock-run'
import { cancelStepRows } from '@/db/queries/steps/cancel-steps'
import { failRunningSteps } from '@/db/queries/steps/fail-running-steps'
import { HandrailError } from '@/lib/core/errors'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import { toStepError } from '@/lib/engine/to-step-error'
import { roomMade } from '@/lib/services/runs/start/admit-runs'
import { announceRun } from '@/lib/services/runs/watch/announce-run'

/** Ends a run whose carrier gave up, so that it does not look as if it still ran. */
export async function endBroken(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  cause?: unknown,
): Promise<void> {
  await database().db.transaction(async (tx) => {
    const run = await lockRun(tx, scope)
    if (!run || run.endedAt) return
    const error = toStepError(cause)
    const path = error.code === 'parked' ? await failRunningSteps(tx, { ...scope, error }) : undefined
    await cancelStepRows(tx, scope)
    await finishRun(tx, {
      ...scope,
      status: 'failed',
      error: path === undefined ? error : { ...error, path },
    })
  })
  announceRun(scope.runId)
  roomMade(scope.workspaceId)
}

/** Why a run was parked, for the people who find it. */
export const parked = (): HandrailError =>
  new HandrailError({
    code: 'parked',
    who: 'user',
    retry: 'no',
    message:
      'Handrail’s process ended again and again while this step was at work, so the run was parked to keep the others safe. Look at what the step works on, such as its size, then retry the run from here.',
  })
