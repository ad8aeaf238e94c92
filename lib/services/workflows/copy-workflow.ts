import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { documentSchema } from '@/lib/workflow/document'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { addWorkflow } from './create-workflow'
import { readWorkflow } from './get-workflow'
import { workflowIn } from './versions'

/** Makes a second workflow of the draft. It is not live until it is published. */
export async function duplicateWorkflow(actor: Actor, workflowId: WorkflowId): Promise<WorkflowView> {
  authorize(actor, 'workflow.edit')
  return database().db.transaction(async (tx) => {
    const original = await workflowIn(tx, actor, workflowId)
    const copy = await addWorkflow(tx, actor, {
      name: `${original.name.slice(0, 112)} (copy)`,
      description: original.description,
      draft: upgradeDocument(original.draft),
      action: 'workflow.duplicate',
    })
    return readWorkflow(tx, actor, copy)
  })
}

export const exportSchema = z.object({
  name: z.string(),
  description: z.string(),
  document: documentSchema,
})
export type ExportedWorkflow = z.infer<typeof exportSchema>

/** The draft as it can be kept elsewhere and given to `POST /workflows`. It names connections and holds no secret. */
export async function exportWorkflow(actor: Actor, workflowId: WorkflowId): Promise<ExportedWorkflow> {
  authorize(actor, 'workflow.export')
  return database().db.transaction(async (tx) => {
    const workflow = await workflowIn(tx, actor, workflowId)
    await recordAudit(tx, actor, {
      action: 'workflow.export',
      subject: { type: 'workflow', id: workflowId, name: workflow.name },
    })
    return {
      name: workflow.name,
      description: workflow.description,
      document: upgradeDocument(workflow.draft),
    }
  })
}
