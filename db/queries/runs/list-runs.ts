import { and, desc, eq, gte, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { RunId, UserId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { RunStatus } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { runs } from '../../schema/runs'
import { workflows, workflowVersions } from '../../schema/workflows'

export type RunFilter = {
  readonly workspaceId: WorkspaceId
  readonly runId?: RunId
  readonly statuses?: readonly RunStatus[]
  readonly workflowId?: WorkflowId
  readonly startedBy?: UserId
  /** In the workflow's name, the run's id or the text of its error. */
  readonly search?: string
  readonly since?: Date
  readonly before?: { readonly createdAt: Date; readonly id: string }
  readonly limit: number
}

const summaryColumns = {
  id: runs.id,
  workflowId: runs.workflowId,
  workflowName: workflows.name,
  versionId: runs.versionId,
  versionNumber: workflowVersions.number,
  mode: runs.mode,
  practice: runs.practice,
  status: runs.status,
  waitingFor: runs.waitingFor,
  admittedAt: runs.admittedAt,
  startedVia: runs.startedVia,
  startedBy: runs.startedBy,
  startedByName: users.name,
  error: runs.error,
  cost: runs.cost,
  tokens: runs.tokens,
  createdAt: runs.createdAt,
  startedAt: runs.startedAt,
  endedAt: runs.endedAt,
}

/** Runs of a workspace, newest first, as a list shows them. Names of what was deleted since come back as null. */
export async function listRunRows(db: Database, filter: RunFilter) {
  return db
    .select(summaryColumns)
    .from(runs)
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .leftJoin(workflowVersions, eq(workflowVersions.id, runs.versionId))
    .leftJoin(users, eq(users.id, runs.startedBy))
    .where(and(...conditionsOf(filter)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(filter.limit)
}

export type RunSummaryRow = Awaited<ReturnType<typeof listRunRows>>[number]

function conditionsOf(filter: RunFilter): (SQL | undefined)[] {
  const conditions: (SQL | undefined)[] = [eq(runs.workspaceId, filter.workspaceId)]
  if (filter.runId) conditions.push(eq(runs.id, filter.runId))
  if (filter.statuses?.length) conditions.push(inArray(runs.status, [...filter.statuses]))
  // Runs that others called are found where they are looked for: with their caller, or with their workflow.
  if (filter.workflowId) conditions.push(eq(runs.workflowId, filter.workflowId))
  else if (!filter.runId) conditions.push(isNull(runs.parentRunId))
  if (filter.startedBy) conditions.push(eq(runs.startedBy, filter.startedBy))
  if (filter.since) conditions.push(gte(runs.createdAt, filter.since))
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(
      or(
        // The few names are looked through once, not once for each run.
        sql`${runs.workflowId} in (select id from ${workflows} named
          where named.workspace_id = ${filter.workspaceId} and named.name ilike ${pattern})`,
        ilike(runs.id, pattern),
        and(isNotNull(runs.error), sql`${runs.error} ->> 'message' ilike ${pattern}`),
      ),
    )
  }
  if (filter.before) {
    const { createdAt, id } = filter.before
    // As a row, it is where the index is entered; as two conditions, all newer runs would be read and thrown away.
    conditions.push(sql`(${runs.createdAt}, ${runs.id}) < (${createdAt.toISOString()}::timestamptz, ${id})`)
  }
  return conditions
}
