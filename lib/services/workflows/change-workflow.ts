import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { lockWorkflow, updateWorkflow } from '@/db/queries/workflows/workflow-row'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { runLimitSchema, type WorkflowView } from '@/lib/workflow/views/workflow-view'
import { readWorkflow } from './get-workflow'
import { workflowDescriptionField, workflowNameField } from './workflow-fields'

export const workflowChanges = z.strictObject({
  name: workflowNameField.optional(),
  description: workflowDescriptionField.optional(),
  /** How many runs may be under way at once; null: as many as there are. Holds at once, for every version. */
  limit: runLimitSchema.nullable().optional(),
})

/** Renames a workflow, describes it anew, or limits its runs. */
export async function changeWorkflow(
  actor: Actor,
  workflowId: WorkflowId,
  { name, description, limit }: z.infer<typeof workflowChanges>,
): Promise<WorkflowView> {
  authorize(actor, 'workflow.edit')
  // A limit holds for what is live, as switching off does.
  if (limit !== undefined) authorize(actor, 'workflow.publish')
  const key = { workspaceId: actor.workspaceId, workflowId }
  return database().db.transaction(async (tx) => {
    const before = await lockWorkflow(tx, key)
    if (!before) throw notFound('workflow')
    await updateWorkflow(tx, {
      ...key,
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(limit === undefined
        ? {}
        : { runsAtOnce: limit?.runsAtOnce ?? null, whenFull: limit?.whenFull ?? 'queue' }),
      updatedBy: actor.userId,
    })
    if (name !== undefined && name !== before.name) {
      await recordAudit(tx, actor, {
        action: 'workflow.rename',
        subject: { type: 'workflow', id: workflowId, name },
        detail: { before: before.name, after: name },
      })
    }
    if (limit !== undefined) {
      await recordAudit(tx, actor, {
        action: 'workflow.limit',
        subject: { type: 'workflow', id: workflowId, name: name ?? before.name },
        detail: { before: before.runsAtOnce, after: limit },
      })
    }
    return readWorkflow(tx, actor, workflowId)
  })
}
