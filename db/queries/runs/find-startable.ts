import { and, eq, isNull, sql } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'
import { workflows, workflowVersions } from '../../schema/workflows'

/** A workflow with the version that is to be run: the one named, else the live one. `version` is null without one. */
export async function findStartable(
  db: Database,
  {
    workspaceId,
    workflowId,
    version,
  }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId; readonly version?: string },
) {
  const wanted =
    version === undefined
      ? eq(workflowVersions.id, workflows.liveVersionId)
      : sql`(${workflowVersions.id} = ${version} or ${workflowVersions.number}::text = ${version})`
  const [row] = await db
    .select({
      workflow: workflows,
      version: { id: workflowVersions.id, document: workflowVersions.document },
      isPractice: workspaces.practice,
    })
    .from(workflows)
    .innerJoin(workspaces, eq(workspaces.id, workflows.workspaceId))
    .leftJoin(workflowVersions, and(eq(workflowVersions.workflowId, workflows.id), wanted))
    .where(
      and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, workflowId), isNull(workflows.removedAt)),
    )
  return row
}

export type StartableRow = NonNullable<Awaited<ReturnType<typeof findStartable>>>
