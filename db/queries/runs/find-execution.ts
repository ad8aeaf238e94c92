import { and, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'
import { artifacts, runs } from '../../schema/runs'
import { workflows } from '../../schema/workflows'

/** What is needed to execute a run, in one query: the run, its input where that is large, its workspace's policy. */
export async function findExecution(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  const [row] = await db
    .select({
      run: runs,
      workflowName: workflows.name,
      workspaceName: workspaces.name,
      policy: workspaces.policy,
      inputBody: artifacts.body,
    })
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(workspaces, eq(workspaces.id, runs.workspaceId))
    .leftJoin(artifacts, eq(artifacts.id, runs.inputArtifactId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .prepare('find_execution')
    .execute()
  return row
}

export type ExecutionRow = NonNullable<Awaited<ReturnType<typeof findExecution>>>
