import 'server-only'
import type { Database } from '@/db/client'
import { findSealedConnection } from '@/db/queries/connections'
import type { OpenConnection } from '@/lib/connectors/runs'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { notFound } from '@/lib/services/http/not-found'
import { toOpenConnection } from './to-open-connection'

/** Opens a connection of the actor's workspace that has not been removed. */
export async function openConnection(
  db: Database,
  { workspaceId }: Actor,
  connectionId: ConnectionId,
): Promise<OpenConnection> {
  const row = await findSealedConnection(db, { workspaceId, connectionId })
  if (!row) throw notFound('connection')
  return toOpenConnection(row)
}
