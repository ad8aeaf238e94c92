import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, runs } from '../../schema/runs'
import { workflows, workflowVersions } from '../../schema/workflows'

/** The run that a step called, if it did. */
export async function findCalledRun(
  db: Database,
  {
    workspaceId,
    parentRunId,
    path,
    round,
  }: {
    readonly workspaceId: WorkspaceId
    readonly parentRunId: RunId
    readonly path: string
    readonly round: number
  },
) {
  const [row] = await db
    .select({ runId: runs.id, versionId: runs.versionId })
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(runs.parentRunId, parentRunId),
        eq(runs.parentPath, path),
        eq(runs.parentRound, round),
      ),
    )
  return row
}

/** The latest run that the same step called in this run or in one that it repeats. */
export async function findEarlierCall(
  db: Database,
  {
    workspaceId,
    originRunId,
    path,
  }: { readonly workspaceId: WorkspaceId; readonly originRunId: RunId; readonly path: string },
) {
  const callers = alias(runs, 'callers')
  const [row] = await db
    .select({ originRunId: runs.originRunId })
    .from(runs)
    .innerJoin(callers, eq(callers.id, runs.parentRunId))
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(callers.workspaceId, workspaceId),
        eq(callers.originRunId, originRunId),
        eq(runs.parentPath, path),
      ),
    )
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1)
  return row
}

/** How a called run ended, with what it gave wherever that is stored. */
export async function findCalledEnd(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  const [row] = await db
    .select({
      status: runs.status,
      output: runs.output,
      body: artifacts.body,
      error: runs.error,
      cost: runs.cost,
      document: workflowVersions.document,
      workflowName: workflows.name,
    })
    .from(runs)
    .innerJoin(workflowVersions, eq(workflowVersions.id, runs.versionId))
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .leftJoin(artifacts, eq(artifacts.id, sql`${runs.output} ->> 'artifact'`))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
  return row
}

/** The runs that this run called, the latest of each step. */
export async function listCalledRuns(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  return db
    .selectDistinctOn([runs.parentPath], {
      id: runs.id,
      path: runs.parentPath,
      status: runs.status,
      workflowId: runs.workflowId,
      workflowName: workflows.name,
    })
    .from(runs)
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.parentRunId, runId)))
    .orderBy(runs.parentPath, desc(runs.parentRound))
}

/** The unfinished ones of these runs and of all that they called, callers first. */
export async function listOpenRunsBelow(
  db: Database,
  { workspaceId, runIds }: { readonly workspaceId: WorkspaceId; readonly runIds: readonly RunId[] },
): Promise<RunId[]> {
  if (runIds.length === 0) return []
  const rows = await db.execute<{ id: RunId }>(sql`
    with recursive tree as (
      select id, depth from runs where workspace_id = ${workspaceId} and ${inArray(runs.id, [...runIds])}
      union
      select runs.id, runs.depth from runs join tree on runs.parent_run_id = tree.id
      where runs.workspace_id = ${workspaceId}
    )
    select runs.id from tree join runs on runs.id = tree.id where runs.ended_at is null order by tree.depth, runs.id`)
  return rows.map(({ id }) => id)
}

/** The unfinished runs that these steps called, or steps that are parts of them. */
export async function listOpenCalls(
  db: Database,
  {
    workspaceId,
    runId,
    paths,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly paths: readonly string[] },
): Promise<RunId[]> {
  const rows = await db.execute<{ id: RunId }>(sql`
    select id from runs
    where workspace_id = ${workspaceId} and parent_run_id = ${runId} and ended_at is null
      and exists (
        select 1 from json_array_elements_text(${JSON.stringify(paths)}::json) as branch(path)
        where parent_path = branch.path or starts_with(parent_path, branch.path || '[')
          or starts_with(parent_path, branch.path || '.')
      )`)
  return rows.map(({ id }) => id)
}

/** What a run is a run of. */
export async function findWorkflowOfRun(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  const [row] = await db
    .select({ workflowId: runs.workflowId, workflowName: workflows.name })
    .from(runs)
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
  return row
}
