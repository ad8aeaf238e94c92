import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Notes that the runtime was told of these runs: the sweeper need not tell it. */
export async function markDispatched(
  db: Database,
  { workspaceId, runIds }: { readonly workspaceId: WorkspaceId; readonly runIds: readonly RunId[] },
): Promise<void> {
  await db
    .update(runs)
    .set({ dispatchedAt: sql`now()` })
    .where(and(eq(runs.workspaceId, workspaceId), inArray(runs.id, [...runIds])))
}
