import { and, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

export async function findStepRow(
  db: Database,
  {
    workspaceId,
    runId,
    path,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly path: string },
) {
  const [row] = await db
    .select({ step: steps, body: artifacts.body })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), eq(steps.path, path)))
  return row
}
