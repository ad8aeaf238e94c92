import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

/** Ends as cancelled what has not ended. The caller holds the run's lock. */
export async function cancelStepRows(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db
    .update(steps)
    .set({ status: 'cancelled', waitingFor: null, endedAt: sql`now()` })
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), isNull(steps.endedAt)))
}
