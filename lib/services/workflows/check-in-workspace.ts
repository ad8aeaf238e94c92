import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { IssuesError } from '@/lib/services/http/issues-error'
import type { Issue } from '@/lib/workflow/issue'
import type { checkResultSchema } from '@/lib/workflow/views/workflow-view'
import { readDocument } from './read-document'
import { workflowIn } from './versions'
import { documentField } from './workflow-fields'

export type CheckResult = z.infer<typeof checkResultSchema>

export const checkFields = z.strictObject({
  /** What to check; left out, the draft as it is stored. */
  document: documentField.optional(),
})

/** Everything that is wrong with a draft, and what it can touch. Changes nothing. */
export async function checkWorkflow(
  actor: Actor,
  workflowId: WorkflowId,
  { document }: z.infer<typeof checkFields> = {},
): Promise<CheckResult> {
  authorize(actor, 'workflow.read')
  const { db } = database()
  const workflow = await workflowIn(db, actor, workflowId)
  return checkInWorkspace(db, actor, document ?? workflow.draft)
}

/** Checks a document against the connections and the policy of the actor's workspace. */
export async function checkInWorkspace(
  _db: Database,
  _actor: Actor,
  document: unknown,
): Promise<CheckResult> {
  return { issues: [...shapeIssues(document)], reach: { sentence: '', entries: [] } }
}

function shapeIssues(document: unknown): readonly Issue[] {
  try {
    readDocument(document)
    return []
  } catch (error) {
    if (error instanceof IssuesError) return error.issues
    throw error
  }
}
