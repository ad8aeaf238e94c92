import 'server-only'
import { cache } from 'react'
import { database } from '@/db/client'
import { findMembershipBySlug, listMemberships } from '@/db/queries/system/memberships'
import { type Actor, scopes } from '@/lib/policy/actor'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import type { SignedInUser } from './check-session'
import { currentUser } from './current-user'

/** The signed-in person as a member of this workspace; `null` when not signed in or not a member of it. */
export const currentActor: (workspaceSlug: string) => Promise<Actor | null> = cache(async (slug) => {
  const user = await currentUser()
  return user && memberActor(user, slug)
})

/** The workspaces of the signed-in person, for the switcher; the first is the oldest. */
export const currentWorkspaces: () => Promise<readonly WorkspaceView[]> = cache(async () => {
  const user = await currentUser()
  return user ? listMemberships(database().db, { userId: user.id }) : []
})

/** The person as a member of this workspace, or null for who is none. */
export async function memberActor(user: SignedInUser, slug: string): Promise<Actor | null> {
  const membership = await findMembershipBySlug(database().db, { userId: user.id, slug })
  if (!membership) return null
  return {
    userId: user.id,
    workspaceId: membership.id,
    role: membership.role,
    name: user.name,
    via: 'session',
    scopes,
  }
}
