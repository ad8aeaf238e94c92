import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { runs } from '../../schema/runs'
import { workflows, workflowVersions } from '../../schema/workflows'
import type { Cursor } from '../page'

const creators = alias(users, 'creators')
const editors = alias(users, 'editors')

/** A workflow as lists show it: its documents stay in the database, only what is asked of them comes along. */
function selectListing(db: Database) {
  const last = db
    .select({ id: runs.id, status: runs.status, createdAt: runs.createdAt })
    .from(runs)
    .where(eq(runs.workflowId, workflows.id))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1)
    .as('last_run')
  return db
    .select({
      id: workflows.id,
      name: workflows.name,
      description: workflows.description,
      paused: workflows.paused,
      draftRevision: workflows.draftRevision,
      liveId: workflowVersions.id,
      liveNumber: workflowVersions.number,
      draftDiffers: sql<boolean>`(${workflows.draft} is distinct from ${workflowVersions.document})`,
      types: sql<string[]>`jsonb_path_query_array(${workflows.draft}, '$.nodes[*].type')`,
      actions: sql<string[]>`
        jsonb_path_query_array(${workflows.draft}, '$.nodes[*].action')
        || jsonb_path_query_array(${workflows.draft}, '$.nodes[*].config.tools[*].action')
        || jsonb_path_query_array(${workflows.draft}, '$.nodes[*].config.body.**.nodes[*].action')
        || jsonb_path_query_array(${workflows.draft}, '$.nodes[*].config.body.**.nodes[*].config.tools[*].action')`,
      lastRunId: last.id,
      lastRunStatus: last.status,
      lastRunAt: last.createdAt,
      createdBy: creators.id,
      createdByName: creators.name,
      updatedAt: workflows.updatedAt,
      updatedBy: editors.id,
      updatedByName: editors.name,
    })
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .leftJoin(creators, eq(creators.id, workflows.createdBy))
    .leftJoin(editors, eq(editors.id, workflows.updatedBy))
    .leftJoinLateral(last, sql`true`)
}

export type WorkflowListing = Awaited<ReturnType<typeof listWorkflows>>[number]

/** Newest change first. `search` is looked for in name and description. */
export async function listWorkflows(
  db: Database,
  {
    workspaceId,
    search,
    cursor,
    limit,
  }: { workspaceId: WorkspaceId; search: string | undefined; cursor: Cursor | null; limit: number },
) {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return selectListing(db)
    .where(
      and(
        eq(workflows.workspaceId, workspaceId),
        isNull(workflows.removedAt),
        pattern === null
          ? undefined
          : sql`(${workflows.name} ilike ${pattern} or ${workflows.description} ilike ${pattern})`,
        cursor
          ? sql`(${workflows.updatedAt}, ${workflows.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(workflows.updatedAt), desc(workflows.id))
    .limit(limit)
}

export async function findWorkflowListing(
  db: Database,
  { workspaceId, workflowId }: { workspaceId: WorkspaceId; workflowId: WorkflowId },
): Promise<WorkflowListing | undefined> {
  const [row] = await selectListing(db).where(
    and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, workflowId), isNull(workflows.removedAt)),
  )
  return row
}
