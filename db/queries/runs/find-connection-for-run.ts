import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { connections } from '../../schema/connections'

/** A connection that a step names, also when it was removed since: the step then says so. */
export async function findConnectionForRun(
  db: Database,
  { workspaceId, connectionId }: { readonly workspaceId: WorkspaceId; readonly connectionId: string },
) {
  const [row] = await db
    .select({
      ...getTableColumns(connections),
      usedMsAgo: sql<
        number | null
      >`(extract(epoch from clock_timestamp() - ${connections.lastUsedAt}) * 1000)::float8`,
      heldMs: sql<number>`greatest(0, coalesce(extract(epoch from ${connections.heldUntil} - clock_timestamp()), 0) * 1000)::float8`,
    })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), sql`${connections.id} = ${connectionId}`))
  return row
}
