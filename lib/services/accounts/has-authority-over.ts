import 'server-only'
import type { Database } from '@/db/client'
import { listMemberships } from '@/db/queries/system/memberships'
import type { UserId } from '@/lib/core/ids'
import type { Actor, Role } from '@/lib/policy/actor'

const admins: readonly Role[] = ['owner', 'admin']

/** Does the actor administer every workspace that this person belongs to, and own those that they own? */
export async function hasAuthorityOver(db: Database, actor: Actor, userId: UserId): Promise<boolean> {
  const [mine, theirs] = await Promise.all([listMemberships(db, actor), listMemberships(db, { userId })])
  return theirs.every((their) => {
    const role = mine.find((own) => own.id === their.id)?.role
    return role === 'owner' || (role !== undefined && admins.includes(role) && their.role !== 'owner')
  })
}
