import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, runs, steps } from '../../schema/runs'

/** What each node of a workflow gave last, looked for in its latest runs. */
export async function latestOutputs(
  db: Database,
  { workspaceId, workflowId }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
) {
  const recent = db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.workflowId, workflowId)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(20)
  return db
    .selectDistinctOn([steps.nodeId], {
      nodeId: steps.nodeId,
      type: steps.type,
      title: steps.title,
      action: steps.action,
      position: steps.position,
      exit: steps.exit,
      output: steps.output,
      endedAt: steps.endedAt,
      body: artifacts.body,
    })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        inArray(steps.runId, recent),
        eq(steps.status, 'succeeded'),
        isNull(steps.parent),
      ),
    )
    .orderBy(steps.nodeId, desc(steps.endedAt))
}

export type LatestOutput = Awaited<ReturnType<typeof latestOutputs>>[number]
