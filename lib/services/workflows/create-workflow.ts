import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertWorkflow } from '@/db/queries/workflows/workflow-row'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { emptyDocument, type WorkflowDocument } from '@/lib/workflow/document'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { readWorkflow } from './get-workflow'
import { readDocument } from './read-document'
import { documentField, workflowDescriptionField, workflowNameField } from './workflow-fields'

export const newWorkflowFields = z.strictObject({
  name: workflowNameField,
  description: workflowDescriptionField.optional(),
  document: documentField.optional(),
})

/** Makes a workflow with a draft: empty, or the document given, which may come from another installation. */
export async function createWorkflow(
  actor: Actor,
  fields: z.infer<typeof newWorkflowFields>,
): Promise<WorkflowView> {
  authorize(actor, 'workflow.edit')
  const imported = fields.document !== undefined
  const draft = imported ? readDocument(fields.document) : emptyDocument
  return database().db.transaction(async (tx) => {
    const workflowId = await addWorkflow(tx, actor, {
      name: fields.name,
      description: fields.description ?? '',
      draft,
      action: imported ? 'workflow.import' : 'workflow.create',
    })
    return readWorkflow(tx, actor, workflowId)
  })
}

/** Adds a workflow and its audit entry, for every way in which one comes to be. */
export async function addWorkflow(
  tx: Database,
  actor: Actor,
  {
    name,
    description,
    draft,
    action,
  }: { name: string; description: string; draft: WorkflowDocument; action: string },
): Promise<WorkflowId> {
  const id = newId<WorkflowId>('wfl')
  await insertWorkflow(tx, {
    id,
    workspaceId: actor.workspaceId,
    name,
    description,
    draft,
    createdBy: actor.userId,
    updatedBy: actor.userId,
  })
  await recordAudit(tx, actor, { action, subject: { type: 'workflow', id, name } })
  return id
}
