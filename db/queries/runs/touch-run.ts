import { and, eq, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { RunStatus } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Raises the run's revision, which also locks its row, and tells how the run stands. */
export async function touchRun(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<RunStatus | undefined> {
  const [row] = await db
    .update(runs)
    .set({ revision: sql`${runs.revision} + 1` })
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .returning({ status: runs.status })
    .prepare('touch_run')
    .execute()
  return row?.status
}
