import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { lockWorkflow, updateWorkflow } from '@/db/queries/workflows/workflow-row'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { readWorkflow } from './get-workflow'
import { workflowDescriptionField, workflowNameField } from './workflow-fields'

export const workflowChanges = z.strictObject({
  name: workflowNameField.optional(),
  description: workflowDescriptionField.optional(),
})

/** Renames a workflow or describes it anew. */
export async function changeWorkflow(
  actor: Actor,
  workflowId: WorkflowId,
  { name, description }: z.infer<typeof workflowChanges>,
): Promise<WorkflowView> {
  authorize(actor, 'workflow.edit')
  const key = { workspaceId: actor.workspaceId, workflowId }
  return database().db.transaction(async (tx) => {
    const before = await lockWorkflow(tx, key)
    if (!before) throw notFound('workflow')
    await updateWorkflow(tx, {
      ...key,
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      updatedBy: actor.userId,
    })
    if (name !== undefined && name !== before.name) {
      await recordAudit(tx, actor, {
        action: 'workflow.rename',
        subject: { type: 'workflow', id: workflowId, name },
        detail: { before: before.name, after: name },
      })
    }
    return readWorkflow(tx, actor, workflowId)
  })
}
