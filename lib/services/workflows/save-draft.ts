import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { findLastEditor, updateDraft } from '@/db/queries/workflows/workflow-row'
import { HandrailError } from '@/lib/core/errors'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { readDocument } from './read-document'
import { documentField } from './workflow-fields'

export const draftFields = z.strictObject({
  document: documentField,
  /** The revision that was changed. Left out, the draft is replaced whatever it is. */
  revision: z.number().int().min(1).optional(),
})

export const savedDraftSchema = z.object({ revision: z.number().int(), updatedAt: z.iso.datetime() })
export type SavedDraft = z.infer<typeof savedDraftSchema>

/** Saves the draft. A draft that someone else changed meanwhile is not overwritten: `conflict`, naming them. */
export async function saveDraft(
  actor: Actor,
  workflowId: WorkflowId,
  fields: z.infer<typeof draftFields>,
): Promise<SavedDraft> {
  authorize(actor, 'workflow.edit')
  const draft = readDocument(fields.document)
  const key = { workspaceId: actor.workspaceId, workflowId }
  const { db } = database()
  const saved = await updateDraft(db, { ...key, draft, revision: fields.revision, updatedBy: actor.userId })
  if (saved) return { revision: saved.revision, updatedAt: saved.updatedAt.toISOString() }
  const last = await findLastEditor(db, key)
  if (!last) throw notFound('workflow')
  throw new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: `${last.name ?? 'Someone'} changed this draft meanwhile (it is at revision ${last.revision}). Load it again and repeat your change.`,
    field: 'revision',
  })
}
