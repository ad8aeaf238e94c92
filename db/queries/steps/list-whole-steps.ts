import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

/** The steps of a run without an agent's parts, with large outputs: what a repetition starts from. */
export async function listWholeSteps(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  return db
    .select({ step: steps, body: artifacts.body })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), isNull(steps.parent)))
    .orderBy(asc(steps.position))
}
