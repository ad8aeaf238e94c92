import 'server-only'
import { database } from '@/db/client'
import { listOpenRunsBelow } from '@/db/queries/runs/called-runs'
import { deleteRunRow } from '@/db/queries/runs/delete-run'
import { lockRun } from '@/db/queries/runs/lock-run'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { recordAudit } from '../audit/record-audit'
import { hasEnded } from './has-ended'
import { runSubject } from './run-subject'
import { toRunId } from './to-id'

/** Deletes all data of a run that has ended, and of all that it called. That it was deleted, and by whom, stays in the audit log. */
export async function deleteRun(actor: Actor, id: string): Promise<void> {
  authorize(actor, 'run.delete')
  const scope = { workspaceId: actor.workspaceId, runId: toRunId(id) }
  await database().db.transaction(async (tx) => {
    const run = await lockRun(tx, scope)
    if (!run) throw notFound('run')
    const open = await listOpenRunsBelow(tx, { workspaceId: scope.workspaceId, runIds: [scope.runId] })
    if (!hasEnded(run.status) || open.length > 0) {
      throw new HandrailError({
        code: 'conflict',
        who: 'user',
        retry: 'no',
        message: 'This run, or one that it called, has not ended. Cancel it first, then delete its data.',
      })
    }
    await recordAudit(tx, actor, {
      action: 'run.delete',
      subject: await runSubject(tx, scope),
      detail: { workflow: run.workflowId, status: run.status },
    })
    await deleteRunRow(tx, scope)
  })
}
