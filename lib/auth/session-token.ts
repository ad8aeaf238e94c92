import { randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { isId, type UserId } from '../core/ids'
import { env } from '../env'

/** What a session cookie says. It counts for nothing until the database agrees. */
export type SessionClaims = {
  readonly userId: UserId
  readonly sessionVersion: number
  /** Names this one session, so that signing out ends it and no other. */
  readonly sessionId: string
  /** Seconds since 1970: when the person last gave proof of who they are. */
  readonly signedInAt: number
}

/** A session ends after two weeks without a visit, and after sixty days in any case. */
export const idleSeconds = 14 * 24 * 60 * 60
export const absoluteSeconds = 60 * 24 * 60 * 60

export function usesSecureCookies(): boolean {
  return env().HANDRAIL_URL.startsWith('https://')
}

export function sessionCookieName(): string {
  return usesSecureCookies() ? '__Host-handrail.session' : 'handrail.session'
}

/** Reads a session cookie. `null` for anything that is not a good one. */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null
  try {
    return claimsOf(await decode({ token, secret: env().NEXTAUTH_SECRET }))
  } catch {
    return null
  }
}

/** What a session token says, or null for one that is not ours, or too old however much it was used. */
export function claimsOf(payload: Readonly<Record<string, unknown>> | null): SessionClaims | null {
  const { sub, version, sid, at } = payload ?? {}
  if (!isId<UserId>('usr', sub) || typeof version !== 'number') return null
  if (typeof sid !== 'string' || typeof at !== 'number') return null
  if (Date.now() / 1000 - at > absoluteSeconds) return null
  return { userId: sub, sessionVersion: version, sessionId: sid, signedInAt: at }
}

/** What the token of a new session says. */
export function newSessionPayload({ id, sessionVersion }: { id: UserId; sessionVersion: number }) {
  return { sub: id, version: sessionVersion, sid: randomUUID(), at: Math.floor(Date.now() / 1000) }
}

/** A cookie with a new session, for the one in which a password was changed. */
export async function newSessionCookie(user: { id: UserId; sessionVersion: number }): Promise<string> {
  const token = await encode({
    token: newSessionPayload(user),
    secret: env().NEXTAUTH_SECRET,
    maxAge: idleSeconds,
  })
  const secure = usesSecureCookies() ? '; Secure' : ''
  return `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${idleSeconds}${secure}`
}
