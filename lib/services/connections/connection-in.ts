import 'server-only'
import type { Database } from '@/db/client'
import {
  type ConnectionListing,
  findConnection,
  listActionUses,
  listConnectionUses,
} from '@/db/queries/connections'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { notFound } from '@/lib/services/http/not-found'
import { toConnectionView } from './connection-view'

/** The connection, if it is in the actor’s workspace and not removed; else `not_found`. */
export async function connectionIn(
  db: Database,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<ConnectionListing> {
  const row = await findConnection(db, { workspaceId: actor.workspaceId, connectionId })
  if (!row) throw notFound('connection')
  return row
}

/** The connection as the interface shows it, with the workflows that use it. */
export async function readConnection(
  db: Database,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<ConnectionView> {
  const row = await connectionIn(db, actor, connectionId)
  const [workflows, actions] = await Promise.all([listConnectionUses(db, actor), listActionUses(db, actor)])
  return toConnectionView(row, { workflows, actions })
}
