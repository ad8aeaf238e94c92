import 'server-only'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { hasOpenInvitation } from '@/db/queries/system/invitations'
import { findUserByAccount, findUserByEmail, insertUser, linkAccount } from '@/db/queries/system/users'
import type { OutsideIdentity, SessionUser } from '@/lib/auth/options'
import type { UserId } from '@/lib/core/ids'
import type { SignedInUser } from '@/lib/services/session/check-session'
import { toSessionUser } from './sign-in-with-password'

/**
 * Signs in someone whom another service vouches for. Known by provider and id, never by e-mail: an address alone links
 * to nothing. Whoever is signed in already links the identity to their account; a stranger gets an account only when
 * the service checked their address and that address has been invited.
 */
export async function signInWithIdentity(
  identity: OutsideIdentity,
  present: SignedInUser | null,
): Promise<SessionUser | null> {
  const { db } = database()
  const known = await findUserByAccount(db, identity)
  if (known) return known.disabledAt ? null : toSessionUser(known)
  if (present) {
    await linkAccount(db, { ...accountOf(identity), userId: present.id })
    return { ...present }
  }
  const email = identity.verifiedEmail
  if (!email || (await findUserByEmail(db, email)) || !(await hasOpenInvitation(db, email))) return null
  const user = { id: newId<UserId>('usr'), email, name: identity.name.slice(0, 120), passwordHash: null }
  await db.transaction(async (tx) => {
    await insertUser(tx, user)
    await linkAccount(tx, { ...accountOf(identity), userId: user.id })
  })
  return { ...user, sessionVersion: 1 }
}

function accountOf({ provider, providerAccountId }: OutsideIdentity) {
  return { provider, providerAccountId }
}
