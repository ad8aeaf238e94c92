import { and, desc, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
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
  /** In the workflow's name or the text of the error; or the run's id, or how it begins. */
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
export function listRunRows(db: Database, filter: RunFilter) {
  return db
    .select(summaryColumns)
    .from(runs)
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .leftJoin(workflowVersions, eq(workflowVersions.id, runs.versionId))
    .leftJoin(users, eq(users.id, runs.startedBy))
    .where(filter.search === undefined ? and(...conditionsOf(filter)) : found(filter, filter.search))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(filter.limit)
}

export type RunSummaryRow = Awaited<ReturnType<typeof listRunRows>>[number]

/**
 * What is looked for stands in one of three places, and each is looked through by an index of its own, the newest first:
 * one condition over all three would read every run of the workspace to say that there is none.
 */
function found(filter: RunFilter, search: string): SQL {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const base = and(...conditionsOf(filter))
  const newest = (where: SQL) => sql`(
    select id from ${runs} where ${base} and ${where}
    order by ${runs.createdAt} desc, ${runs.id} desc limit ${filter.limit})`
  const places = [
    sql`(
      select of_named.id from ${workflows} named
      cross join lateral ${newest(sql`${runs.workflowId} = named.id`)} of_named
      where named.workspace_id = ${filter.workspaceId} and named.name ilike ${pattern})`,
    newest(sql`${runs.error} is not null and ${runs.error} ->> 'message' ilike ${pattern}`),
  ]
  const id = /^(run_)?([0-9a-z]{1,26})$/.exec(search.toLowerCase())?.[2]
  if (id) places.push(newest(sql`${runs.id} between ${`run_${id}`} and ${`run_${id.padEnd(26, 'z')}`}`))
  return sql`${runs.id} in (${sql.join(places, sql` union `)})`
}

function conditionsOf(filter: RunFilter): (SQL | undefined)[] {
  const conditions: (SQL | undefined)[] = [eq(runs.workspaceId, filter.workspaceId)]
  if (filter.runId) conditions.push(eq(runs.id, filter.runId))
  if (filter.statuses?.length) conditions.push(inArray(runs.status, [...filter.statuses]))
  // Runs that others called are found where they are looked for: with their caller, or with their workflow.
  if (filter.workflowId) conditions.push(eq(runs.workflowId, filter.workflowId))
  else if (!filter.runId) conditions.push(isNull(runs.parentRunId))
  if (filter.startedBy) conditions.push(eq(runs.startedBy, filter.startedBy))
  if (filter.since) conditions.push(gte(runs.createdAt, filter.since))
  if (filter.before) {
    const { createdAt, id } = filter.before
    // As a row, it is where the index is entered; as two conditions, all newer runs would be read and thrown away.
    conditions.push(sql`(${runs.createdAt}, ${runs.id}) < (${createdAt.toISOString()}::timestamptz, ${id})`)
  }
  return conditions
}
