import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertVersion, nextVersionNumber } from '@/db/queries/workflows/versions'
import { lockWorkflow, updateWorkflow } from '@/db/queries/workflows/workflow-row'
import type { VersionId, WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { missingSecrets } from '@/lib/services/triggers/missing-secrets'
import { syncTriggers } from '@/lib/services/triggers/sync-triggers'
import { checkInWorkspace } from './check-in-workspace'
import { invalidDocument, readDocument } from './read-document'

export const publishFields = z.strictObject({
  note: z.string().trim().max(500, 'Use at most 500 characters.').optional(),
})

export const publishedSchema = z.object({ version: z.number().int(), id: z.string() })
export type Published = z.infer<typeof publishedSchema>

/**
 * Makes the draft a version and puts it live. A draft with errors is not published: `invalid_document` lists them
 * all. Runs under way keep the version that they started with.
 */
export async function publishWorkflow(
  actor: Actor,
  workflowId: WorkflowId,
  { note = '' }: z.infer<typeof publishFields> = {},
): Promise<Published> {
  authorize(actor, 'workflow.publish')
  return database().db.transaction((tx) => publishDraft(tx, actor, { workflowId, note }))
}

/**
 * Publishes within the caller’s transaction, which has been authorized. Throws the issues of a draft that has errors.
 */
export async function publishDraft(
  tx: Database,
  actor: Actor,
  { workflowId, note }: { workflowId: WorkflowId; note: string },
): Promise<Published> {
  const key = { workspaceId: actor.workspaceId, workflowId }
  const workflow = await lockWorkflow(tx, key)
  if (!workflow) throw notFound('workflow')
  const { issues } = await checkInWorkspace(tx, actor, { document: workflow.draft, workflowId })
  const missing = await missingSecrets(tx, { ...key, document: workflow.draft })
  const all = [...issues, ...missing]
  if (all.some((issue) => issue.severity === 'error')) throw invalidDocument(all)
  const id = newId<VersionId>('ver')
  const number = await nextVersionNumber(tx, key)
  const document = readDocument(workflow.draft)
  await insertVersion(tx, { ...key, id, number, document, note, createdBy: actor.userId })
  await updateWorkflow(tx, { ...key, liveVersionId: id })
  await syncTriggers(tx, key)
  await recordAudit(tx, actor, {
    action: 'workflow.publish',
    subject: { type: 'workflow', id: workflowId, name: workflow.name },
    detail: { version: number, note },
  })
  return { version: number, id }
}
