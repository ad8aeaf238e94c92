import 'server-only'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { notFound } from '@/lib/services/http/not-found'
import { listConnections } from './list-connections'

/** One of the connections that the actor can see. */
export async function getConnection(actor: Actor, connectionId: ConnectionId): Promise<ConnectionView> {
  const { items } = await listConnections(actor)
  const found = items.find(({ id }) => id === connectionId)
  if (!found) throw notFound('connection')
  return found
}
