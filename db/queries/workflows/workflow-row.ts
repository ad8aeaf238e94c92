import { and, eq, isNull, sql } from 'drizzle-orm'
import type { UserId, VersionId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { WorkflowDocument } from '../../../lib/workflow/document'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { triggers, workflows } from '../../schema/workflows'

export type WorkflowRow = typeof workflows.$inferSelect

type WorkflowKey = { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId }

const isWorkflow = ({ workspaceId, workflowId }: WorkflowKey) =>
  and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, workflowId), isNull(workflows.removedAt))

export async function insertWorkflow(
  db: Database,
  workflow: {
    id: WorkflowId
    workspaceId: WorkspaceId
    name: string
    description: string
    draft: WorkflowDocument
    createdBy: UserId
    updatedBy: UserId
  },
): Promise<void> {
  await db.insert(workflows).values(workflow)
}

export async function findWorkflow(db: Database, key: WorkflowKey): Promise<WorkflowRow | undefined> {
  const [row] = await db.select().from(workflows).where(isWorkflow(key))
  return row
}

/** The same, held until the transaction ends: publishing and going live happen one after another. */
export async function lockWorkflow(db: Database, key: WorkflowKey): Promise<WorkflowRow | undefined> {
  const [row] = await db.select().from(workflows).where(isWorkflow(key)).for('update')
  return row
}

/** Saves a draft over the revision that it was made from. `undefined` when that is not the newest any more. */
export async function updateDraft(
  db: Database,
  {
    revision,
    draft,
    updatedBy,
    ...key
  }: WorkflowKey & { revision: number | undefined; draft: WorkflowDocument; updatedBy: UserId },
): Promise<{ revision: number; updatedAt: Date } | undefined> {
  const [row] = await db
    .update(workflows)
    .set({
      draft,
      updatedBy,
      draftRevision: sql`${workflows.draftRevision} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(isWorkflow(key), revision === undefined ? undefined : eq(workflows.draftRevision, revision)))
    .returning({ revision: workflows.draftRevision, updatedAt: workflows.updatedAt })
  return row
}

export async function updateWorkflow(
  db: Database,
  {
    workspaceId,
    workflowId,
    ...changes
  }: WorkflowKey & {
    name?: string
    description?: string
    liveVersionId?: VersionId | null
    paused?: boolean
    runsAtOnce?: number | null
    whenFull?: WorkflowRow['whenFull']
    updatedBy?: UserId
  },
): Promise<void> {
  await db
    .update(workflows)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(isWorkflow({ workspaceId, workflowId }))
}

/** Takes a workflow out of sight and out of service. Its runs stay readable. */
export async function removeWorkflow(db: Database, key: WorkflowKey): Promise<void> {
  await db.update(workflows).set({ removedAt: sql`now()`, liveVersionId: null }).where(isWorkflow(key))
}

/** Who changed the draft last, for the person whose save came too late. */
export async function findLastEditor(
  db: Database,
  key: WorkflowKey,
): Promise<{ revision: number; name: string | null } | undefined> {
  const [row] = await db
    .select({ revision: workflows.draftRevision, name: users.name })
    .from(workflows)
    .leftJoin(users, eq(users.id, workflows.updatedBy))
    .where(isWorkflow(key))
  return row
}

/** The unguessable part of the address of each webhook trigger, by node. */
export async function listWebhookTokens(
  db: Database,
  { workspaceId, workflowId }: WorkflowKey,
): Promise<{ nodeId: string; token: string | null }[]> {
  return db
    .select({ nodeId: triggers.nodeId, token: triggers.token })
    .from(triggers)
    .where(
      and(
        eq(triggers.workspaceId, workspaceId),
        eq(triggers.workflowId, workflowId),
        eq(triggers.kind, 'webhook'),
        eq(triggers.enabled, true),
      ),
    )
}
