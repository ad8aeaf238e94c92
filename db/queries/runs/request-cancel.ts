import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RunId, UserId, WorkspaceId } from '../../../lib/core/ids'
import type { StepError } from '../../../lib/engine/contract'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Ends an unfinished run as cancelled, and notes who asked, or why it was. Answers false when it had ended. */
export async function requestCancel(
  db: Database,
  {
    workspaceId,
    runId,
    userId,
    why = null,
  }: {
    readonly workspaceId: WorkspaceId
    readonly runId: RunId
    readonly userId: UserId | null
    readonly why?: StepError | null
  },
): Promise<boolean> {
  const rows = await db
    .update(runs)
    .set({
      status: 'cancelled',
      waitingFor: null,
      error: why,
      cancelRequestedAt: sql`now()`,
      cancelRequestedBy: userId,
      endedAt: sql`now()`,
      revision: sql`${runs.revision} + 1`,
    })
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(runs.id, runId),
        inArray(runs.status, ['queued', 'running', 'waiting']),
      ),
    )
    .returning({ id: runs.id })
  return rows.length === 1
}
