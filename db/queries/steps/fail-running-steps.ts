import { and, eq, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { StepError } from '../../../lib/engine/contract'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

/** Ends as failed what is at work. The caller holds the run's lock. Answers the path of the innermost of them. */
export async function failRunningSteps(
  db: Database,
  {
    workspaceId,
    runId,
    error,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly error: StepError },
): Promise<string | undefined> {
  const rows = await db
    .update(steps)
    .set({ status: 'failed', error, waitingFor: null, endedAt: sql`now()` })
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), eq(steps.status, 'running')))
    .returning({ path: steps.path })
  return rows.map(({ path }) => path).sort((one, other) => other.length - one.length)[0]
}
