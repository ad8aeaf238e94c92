import 'server-only'
import { type Database, database } from '@/db/client'
import { findLiveDocuments, listLiveDocuments } from '@/db/queries/workflows/live-documents'
import { isId, type WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { knownDocument } from '@/lib/workflow/known-document'
import {
  type CallableWorkflow,
  callableOf,
  callsOf,
  type WorkflowCatalog,
} from '@/lib/workflow/workflow-catalog'
import { workflowIn } from './versions'

/** So many are offered to choose from. */
const limit = 500

/** The workflows that the one named may call, by name: all of the workspace but itself. */
export async function listCallable(
  actor: Actor,
  workflowId: WorkflowId,
): Promise<{ readonly items: readonly CallableWorkflow[] }> {
  authorize(actor, 'workflow.read')
  const { db } = database()
  await workflowIn(db, actor, workflowId)
  const rows = await listLiveDocuments(db, { workspaceId: actor.workspaceId, limit })
  const items = rows
    .filter(({ id }) => id !== workflowId)
    .map(({ id, name, document }) => {
      const { document: _, ...callable } = callableOf({ id, name }, knownDocument(document))
      return callable
    })
  return { items }
}

/** All workflows that a document comes to call, with their live versions. */
export async function workflowsCalledBy(
  db: Database,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  document: WorkflowDocument,
): Promise<WorkflowCatalog> {
  const known = new Map<string, CallableWorkflow>()
  for (let wanted = [...callsOf(document)]; wanted.length > 0; ) {
    const ids = wanted.filter((id) => isId<WorkflowId>('wfl', id))
    const found = await findLiveDocuments(db, { workspaceId, ids })
    for (const row of found)
      known.set(row.id, callableOf({ id: row.id, name: row.name }, knownDocument(row.document)))
    wanted = [...new Set(found.flatMap(({ id }) => known.get(id)?.calls ?? []))].filter(
      (id) => !known.has(id),
    )
  }
  return known
}
