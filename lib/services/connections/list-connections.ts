import 'server-only'
import { database } from '@/db/client'
import { listActionUses, listConnectionUses, listConnections as listRows } from '@/db/queries/connections'
import type { Actor } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import type { ConnectionView, Page } from '@/lib/policy/views/workspace-views'
import { toConnectionView } from './connection-view'

/** The connections that the actor can see: shared ones, their own, and for admins all. */
export async function listConnections(actor: Actor): Promise<Page<ConnectionView>> {
  authorize(actor, 'connection.read')
  const { db } = database()
  const [rows, workflows, actions] = await Promise.all([
    listRows(db, actor),
    listConnectionUses(db, actor),
    listActionUses(db, actor),
  ])
  const all = may(actor, 'member.manage')
  const visible = rows.filter((row) => all || row.shared || row.ownerId === actor.userId)
  return { items: visible.map((row) => toConnectionView(row, { workflows, actions })), next: null }
}
