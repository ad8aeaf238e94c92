import { and, eq, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

export async function markDispatched(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db
    .update(runs)
    .set({ dispatchedAt: sql`now()` })
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .prepare('mark_dispatched')
    .execute()
}
