import 'server-only'
import { database } from '@/db/client'
import { lockRun } from '@/db/queries/runs/lock-run'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { recordAudit } from '../audit/record-audit'
import { cancelTree, tellTreeCancelled } from './cancel-tree'
import { runSubject } from './run-subject'
import { toRunId } from './to-id'

/**
 * Cancels a run that has not ended, and all that it called. The rows say so at once; the runtime is told, and what is
 * under way stops at the next step. A change outside that is already on its way is let finish, and its outcome is
 * written down.
 */
export async function cancelRun(actor: Actor, id: string): Promise<void> {
  authorize(actor, 'run.cancel')
  const runId = toRunId(id)
  const { workspaceId, userId } = actor
  const cancelled = await database().db.transaction(async (tx) => {
    const run = await lockRun(tx, { workspaceId, runId })
    if (!run) throw notFound('run')
    const ids = await cancelTree(tx, { workspaceId, runIds: [runId], userId })
    if (!ids.includes(runId)) throw ended(run.status)
    const subject = await runSubject(tx, { workspaceId, runId })
    await recordAudit(tx, actor, { action: 'run.cancel', subject })
    return ids
  })
  await tellTreeCancelled(workspaceId, cancelled)
}

function ended(status: string): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: `This run has ${status === 'cancelled' ? 'been cancelled already' : 'ended already'}. There is nothing to cancel.`,
  })
}
