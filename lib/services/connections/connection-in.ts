import 'server-only'
import type { Database } from '@/db/client'
import { type ConnectionListing, findConnection, listConnectionUses } from '@/db/queries/connections'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { notFound } from '@/lib/services/http/not-found'
import { toConnectionView } from './connection-view'

export async function connectionIn(
  db: Database,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<ConnectionListing> {
  const row = await findConnection(db, { workspaceId: actor.workspaceId, connectionId })
  if (!row) throw notFound('connection')
  return row
}

export async function readConnection(
  db: Database,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<ConnectionView> {
  const row = await connectionIn(db, actor, connectionId)
  return toConnectionView(row, await listConnectionUses(db, actor))
}
