import 'server-only'
import { database } from '@/db/client'
import { cancelApprovals } from '@/db/queries/approvals/cancel-approvals'
import { lockRun } from '@/db/queries/runs/lock-run'
import { requestCancel } from '@/db/queries/runs/request-cancel'
import { cancelStepRows } from '@/db/queries/steps/cancel-steps'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { recordAudit } from '../audit/record-audit'
import { log } from '../log'
import { carrier } from './start/carrier'
import { toRunId } from './to-id'
import { announceRun } from './watch/announce-run'

/**
 * Cancels a run that has not ended. The row says so at once; the runtime is told, and what is under way stops at the
 * next step. A change outside that is already on its way is let finish, and its outcome is written down.
 */
export async function cancelRun(actor: Actor, id: string): Promise<void> {
  authorize(actor, 'run.cancel')
  const runId = toRunId(id)
  const scope = { workspaceId: actor.workspaceId, runId }
  await database().db.transaction(async (tx) => {
    const run = await lockRun(tx, scope)
    if (!run) throw notFound('run')
    if (!(await requestCancel(tx, { ...scope, userId: actor.userId }))) throw ended(run.status)
    await cancelStepRows(tx, scope)
    await cancelApprovals(tx, scope)
    await recordAudit(tx, actor, { action: 'run.cancel', subject: { type: 'run', id: runId } })
  })
  announceRun(runId)
  await carrier()
    ?.cancel({ workspaceId: actor.workspaceId, runId })
    .catch((error: unknown) =>
      log().warn({ err: error, runId }, 'the runtime was not told of a cancelled run'),
    )
}

function ended(status: string): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: `This run has ${status === 'cancelled' ? 'been cancelled already' : 'ended already'}. There is nothing to cancel.`,
  })
}
