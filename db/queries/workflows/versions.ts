import { and, desc, eq, isNotNull, lt, max } from 'drizzle-orm'
import type { UserId, VersionId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { WorkflowDocument } from '../../../lib/workflow/document'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { workflowVersions } from '../../schema/workflows'

type WorkflowKey = { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId }

const listing = {
  id: workflowVersions.id,
  number: workflowVersions.number,
  note: workflowVersions.note,
  createdAt: workflowVersions.createdAt,
  createdBy: users.id,
  createdByName: users.name,
}

export type VersionListing = {
  readonly id: VersionId
  readonly number: number | null
  readonly note: string
  readonly createdAt: Date
  readonly createdBy: UserId | null
  readonly createdByName: string | null
}

const ofWorkflow = ({ workspaceId, workflowId }: WorkflowKey) =>
  and(eq(workflowVersions.workspaceId, workspaceId), eq(workflowVersions.workflowId, workflowId))

/** Published versions, the newest first, those before number `below` where that is given. */
export async function listVersions(
  db: Database,
  { below, limit, ...key }: WorkflowKey & { below: number | null; limit: number },
): Promise<VersionListing[]> {
  return db
    .select(listing)
    .from(workflowVersions)
    .leftJoin(users, eq(users.id, workflowVersions.createdBy))
    .where(
      and(
        ofWorkflow(key),
        isNotNull(workflowVersions.number),
        below === null ? undefined : lt(workflowVersions.number, below),
      ),
    )
    .orderBy(desc(workflowVersions.number))
    .limit(limit)
}

export type VersionWithDocument = VersionListing & { readonly document: WorkflowDocument }

/** A version by its id or its number. Drafts that were frozen to be tested are found by id alone. */
export async function findVersion(
  db: Database,
  { version, ...key }: WorkflowKey & { version: VersionId | number },
): Promise<VersionWithDocument | undefined> {
  const [row] = await db
    .select({ ...listing, document: workflowVersions.document })
    .from(workflowVersions)
    .leftJoin(users, eq(users.id, workflowVersions.createdBy))
    .where(
      and(
        ofWorkflow(key),
        typeof version === 'number' ? eq(workflowVersions.number, version) : eq(workflowVersions.id, version),
      ),
    )
  return row
}

/** The number that the next published version takes. Hold the workflow's row while using it. */
export async function nextVersionNumber(db: Database, key: WorkflowKey): Promise<number> {
  const [row] = await db
    .select({ newest: max(workflowVersions.number) })
    .from(workflowVersions)
    .where(ofWorkflow(key))
  return (row?.newest ?? 0) + 1
}

export async function insertVersion(
  db: Database,
  version: {
    id: VersionId
    workspaceId: WorkspaceId
    workflowId: WorkflowId
    number: number | null
    document: WorkflowDocument
    note: string
    createdBy: UserId
  },
): Promise<void> {
  await db.insert(workflowVersions).values(version)
}
