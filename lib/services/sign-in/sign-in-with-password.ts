import 'server-only'
import { database } from '@/db/client'
import {
  countAttempt,
  forgetAttempts,
  isRemembered,
  purgeAttempts,
  rememberGood,
} from '@/db/queries/system/sign-in-attempts'
import { findUserByEmail } from '@/db/queries/system/users'
import type { SessionUser, SignInPorts } from '@/lib/auth/options'
import { verifyPassword } from '@/lib/auth/password'
import { noteFailedSignIn } from '@/lib/services/audit/record-account-event'
import { digestOf } from '@/lib/services/secrets/digest'

/**
 * Signs in by e-mail and password. Guessing is slowed in three ways: for the pair of account and address (waits of up
 * to 30 seconds after five attempts), for the address, and for the account as a whole. An address from which the
 * person signed in before is not slowed by what others try, so nobody can be locked out. Whether the account exists
 * shows neither in the answer nor in the time that it takes.
 */
export const signInWithPassword: SignInPorts['signInWithPassword'] = async (attempt) => {
  const { db } = database()
  const email = attempt.email.trim().toLowerCase()
  const keys = {
    pair: digestOf(`pair ${email} ${attempt.address}`),
    address: digestOf(`address ${attempt.address}`),
    account: digestOf(`account ${email}`),
    good: digestOf(`good ${email} ${attempt.address}`),
  }
  if (!(await countAttempt(db, { key: keys.pair, slowing: { free: 5, longest: 30 } }))) return 'slow_down'
  const known = await isRemembered(db, keys.good)
  if (!known) {
    if (!(await countAttempt(db, { key: keys.address, slowing: { free: 60, longest: 30 } })))
      return 'slow_down'
    if (!(await countAttempt(db, { key: keys.account, slowing: { free: 100, longest: 8 } })))
      return 'slow_down'
  }
  const user = await findUserByEmail(db, email)
  const matches = await verifyPassword(user?.passwordHash ?? null, attempt.password.slice(0, 1_000))
  if (!user || !matches || user.disabledAt) {
    if (user) noteFailedSignIn(user)
    return null
  }
  await forgetAttempts(db, [keys.pair, keys.account])
  await rememberGood(db, keys.good)
  await purgeAttempts(db)
  return toSessionUser(user)
}

export function toSessionUser(user: {
  id: SessionUser['id']
  name: string
  email: string
  sessionVersion: number
}): SessionUser {
  return { id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion }
}
