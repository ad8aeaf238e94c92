import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import {
  lockWorkflow,
  removeWorkflow,
  updateDraft,
  updateWorkflow,
  type WorkflowRow,
} from '@/db/queries/workflows/workflow-row'
import { HandrailError } from '@/lib/core/errors'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { type AuditEvent, recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { syncTriggers } from '@/lib/services/triggers/sync-triggers'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { readWorkflow } from './get-workflow'
import { versionIn } from './versions'
import { versionField } from './workflow-fields'

export const versionChoice = z.strictObject({ version: versionField })

/** Puts a published version live: new runs use it. */
export async function setLiveVersion(
  actor: Actor,
  workflowId: WorkflowId,
  { version }: z.infer<typeof versionChoice>,
): Promise<WorkflowView> {
  authorize(actor, 'workflow.publish')
  return change(actor, workflowId, async (tx, workflow) => {
    const chosen = await versionIn(tx, actor, workflowId, version)
    if (chosen.number === null) {
      throw new HandrailError({
        code: 'conflict',
        who: 'user',
        retry: 'no',
        message: 'This version was made for a test and never published. Publish the draft instead.',
        field: 'version',
      })
    }
    await updateWorkflow(tx, { workspaceId: actor.workspaceId, workflowId, liveVersionId: chosen.id })
    return event('workflow.live', workflow, { version: chosen.number })
  })
}

/** Switches a workflow off: its triggers rest and it cannot be started. Runs under way go on. */
export async function pauseWorkflow(actor: Actor, workflowId: WorkflowId): Promise<WorkflowView> {
  authorize(actor, 'workflow.publish')
  return change(actor, workflowId, async (tx, workflow) => {
    await updateWorkflow(tx, { workspaceId: actor.workspaceId, workflowId, paused: true })
    return event('workflow.pause', workflow)
  })
}

/** Switches it on again. */
export async function resumeWorkflow(actor: Actor, workflowId: WorkflowId): Promise<WorkflowView> {
  authorize(actor, 'workflow.publish')
  return change(actor, workflowId, async (tx, workflow) => {
    await updateWorkflow(tx, { workspaceId: actor.workspaceId, workflowId, paused: false })
    return event('workflow.resume', workflow)
  })
}

/** Makes the document of an old version the draft again. What is live stays live until it is published. */
export async function restoreVersion(
  actor: Actor,
  workflowId: WorkflowId,
  { version }: z.infer<typeof versionChoice>,
): Promise<WorkflowView> {
  authorize(actor, 'workflow.edit')
  return change(actor, workflowId, async (tx, workflow) => {
    const chosen = await versionIn(tx, actor, workflowId, version)
    await updateDraft(tx, {
      workspaceId: actor.workspaceId,
      workflowId,
      revision: undefined,
      draft: upgradeDocument(chosen.document),
      updatedBy: actor.userId,
    })
    return event('workflow.restore', workflow, { version: chosen.number })
  })
}

/** Takes a workflow away: it can no longer be started or seen in lists. Its runs stay in the history. */
export async function deleteWorkflow(actor: Actor, workflowId: WorkflowId): Promise<void> {
  authorize(actor, 'workflow.delete')
  const key = { workspaceId: actor.workspaceId, workflowId }
  await database().db.transaction(async (tx) => {
    const workflow = await lockWorkflow(tx, key)
    if (!workflow) throw notFound('workflow')
    await removeWorkflow(tx, key)
    await syncTriggers(tx, key)
    await recordAudit(tx, actor, event('workflow.delete', workflow))
  })
}

async function change(
  actor: Actor,
  workflowId: WorkflowId,
  apply: (tx: Database, workflow: WorkflowRow) => Promise<AuditEvent>,
): Promise<WorkflowView> {
  return database().db.transaction(async (tx) => {
    const workflow = await lockWorkflow(tx, { workspaceId: actor.workspaceId, workflowId })
    if (!workflow) throw notFound('workflow')
    await recordAudit(tx, actor, await apply(tx, workflow))
    await syncTriggers(tx, { workspaceId: actor.workspaceId, workflowId })
    return readWorkflow(tx, actor, workflowId)
  })
}

function event(action: string, workflow: WorkflowRow, detail?: AuditEvent['detail']): AuditEvent {
  return {
    action,
    subject: { type: 'workflow', id: workflow.id, name: workflow.name },
    ...(detail === undefined ? {} : { detail }),
  }
}
