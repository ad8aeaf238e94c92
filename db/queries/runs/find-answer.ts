import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, runs, steps } from '../../schema/runs'

/** How a run stands for whoever waits for its answer: with the first `respond` step that has given one. */
export async function findAnswer(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  const [row] = await db
    .select({
      status: runs.status,
      output: runs.output,
      error: runs.error,
      response: steps.output,
      responseBody: artifacts.body,
      hasResponse: steps.path,
    })
    .from(runs)
    .leftJoin(steps, and(eq(steps.runId, runs.id), eq(steps.type, 'respond'), eq(steps.status, 'succeeded')))
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .orderBy(asc(steps.endedAt), asc(steps.position))
    .limit(1)
    .prepare('find_answer')
    .execute()
  return row
}
