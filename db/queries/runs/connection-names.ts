import { and, eq, inArray, sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { connections } from '../../schema/connections'

/** The names of these connections by id, also of those that were removed. */
export async function connectionNames(
  db: Database,
  {
    workspaceId,
    connectionIds,
  }: { readonly workspaceId: WorkspaceId; readonly connectionIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (connectionIds.length === 0) return new Map()
  const rows = await db
    .select({ id: connections.id, name: connections.name })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), inArray(sql`${connections.id}`, [...connectionIds])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
