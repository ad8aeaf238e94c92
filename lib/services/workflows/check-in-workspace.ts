import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { listConnections } from '@/db/queries/connections'
import { findWorkspace } from '@/db/queries/workspaces'
import { actionCatalog } from '@/lib/connectors/index'
import type { WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { checkDocument } from '@/lib/policy/check-document'
import { reachOf } from '@/lib/policy/reach-of'
import { workspacePolicySchema } from '@/lib/policy/workspace-policy'
import { readDocument as readShape } from '@/lib/workflow/check/read-document'
import type { Issue } from '@/lib/workflow/issue'
import { atPresentVersion } from '@/lib/workflow/upgrade'
import type { Reach } from '@/lib/workflow/views/workflow-view'
import { workflowsCalledBy } from './callable-workflows'
import { workflowIn } from './versions'
import { documentField } from './workflow-fields'

export type CheckResult = { readonly issues: readonly Issue[]; readonly reach: Reach }

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
  return checkInWorkspace(db, actor, { document: document ?? workflow.draft, workflowId })
}

/**
 * Checks a document against the policy of the actor's workspace and the connections that the actor may use: one that
 * is someone else's alone is as good as absent.
 */
export async function checkInWorkspace(
  db: Database,
  actor: Actor,
  { document: given, workflowId }: { readonly document: unknown; readonly workflowId: WorkflowId },
): Promise<CheckResult> {
  const document = atPresentVersion(given)
  const rows = await listConnections(db, actor)
  const workspace = await findWorkspace(db, actor)
  const policy = workspacePolicySchema.parse(workspace?.policy ?? {})
  const connections = rows.filter((row) => row.shared || row.ownerId === actor.userId)
  const { nodes, edges } = readShape(document)
  const drawn = { schema: 1 as const, nodes: [...nodes], edges: [...edges] }
  const workflows = await workflowsCalledBy(db, actor, drawn)
  const issues = checkDocument(document, {
    actions: actionCatalog,
    connections,
    policy,
    workflows,
    workflowId,
  })
  return {
    issues,
    reach: reachOf(drawn, { actions: actionCatalog, policy, workflows }),
  }
}
