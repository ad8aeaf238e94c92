import { and, eq, sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { connections } from '../../schema/connections'

export type ConnectionUse = {
  readonly workspaceId: WorkspaceId
  readonly connectionId: string
  readonly status: 'ok' | 'reconnect'
  readonly message: string | null
}

/** Notes that a connection worked, or that it must be made anew. A connection that works is noted once a minute. */
export async function noteConnectionUse(db: Database, use: ConnectionUse): Promise<void> {
  await db
    .update(connections)
    .set({ status: use.status, statusMessage: use.message, lastUsedAt: sql`now()` })
    .where(
      and(
        eq(connections.workspaceId, use.workspaceId),
        sql`${connections.id} = ${use.connectionId}`,
        sql`(${connections.status} <> ${use.status} or ${connections.lastUsedAt} is null or ${connections.lastUsedAt} < now() - interval '1 minute')`,
      ),
    )
}
