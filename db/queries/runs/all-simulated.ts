import { and, eq, inArray, sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { connections } from '../../schema/connections'

/** Are these connections there, and all of them simulated? */
export async function areAllSimulated(
  db: Database,
  {
    workspaceId,
    connectionIds,
  }: { readonly workspaceId: WorkspaceId; readonly connectionIds: readonly string[] },
): Promise<boolean> {
  if (connectionIds.length === 0) return false
  const [row] = await db
    .select({ count: sql<number>`count(*) filter (where ${connections.simulated})::int` })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), inArray(sql`${connections.id}`, [...connectionIds])))
  return row?.count === connectionIds.length
}
