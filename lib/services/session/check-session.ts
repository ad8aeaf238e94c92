import 'server-only'
import { database } from '@/db/client'
import { findSessionUser } from '@/db/queries/system/users'
import { readSessionToken, type SessionClaims, sessionCookieName } from '@/lib/auth/session-token'
import type { UserId } from '@/lib/core/ids'

export type SignedInUser = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly sessionVersion: number
  readonly hasPassword: boolean
}

/** The person behind a session cookie, asked of the database each time: whoever was disabled is out at once. */
export async function userOfCookie(value: string | undefined): Promise<SignedInUser | null> {
  const claims = await readSessionToken(value)
  return claims && checkSession(claims)
}

/** Whose session this is, or null once it was ended or its person is gone. */
export async function checkSession(session: SessionClaims): Promise<SignedInUser | null> {
  const user = await findSessionUser(database().db, session)
  if (!user) return null
  const { id, name, email, sessionVersion } = user
  return { id, name, email, sessionVersion, hasPassword: user.passwordHash !== null }
}

/** The session cookie of a request. */
export function sessionCookieOf(request: Request): string | undefined {
  const wanted = `${sessionCookieName()}=`
  return request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((cookie) => cookie.startsWith(wanted))
    ?.slice(wanted.length)
}

/** What the session cookie of a request says; whether it still counts, `checkSession` knows. */
export function sessionOf(request: Request): Promise<SessionClaims | null> {
  return readSessionToken(sessionCookieOf(request))
}
