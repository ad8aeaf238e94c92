import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { UserId } from '../core/ids'
import { env } from '../env'
import {
  claimsOf,
  idleSeconds,
  newSessionPayload,
  type SessionClaims,
  sessionCookieName,
  usesSecureCookies,
} from './session-token'
import { outsideProviders } from './sign-in-providers'

export type SessionUser = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly sessionVersion: number
}

/** Someone as another service names them. `verifiedEmail` only where that service says that it checked the address. */
export type OutsideIdentity = {
  readonly provider: string
  readonly providerAccountId: string
  readonly name: string
  readonly verifiedEmail: string | null
}

/** What signing in asks of the database. */
export type SignInPorts = {
  /** `null`: no such pair. `slow_down`: too many attempts; the password was not looked at. */
  signInWithPassword(attempt: {
    email: string
    password: string
    address: string
  }): Promise<SessionUser | 'slow_down' | null>
  signInWithIdentity(identity: OutsideIdentity): Promise<SessionUser | null>
  /** The person, while the session that says so is good. */
  checkSession(session: SessionClaims): Promise<SessionUser | null>
  /** Signing out ends the session for good: a copy of its cookie opens nothing any more. */
  endSession(session: SessionClaims): Promise<void>
  /** Someone signed in. */
  noteSignIn(user: SessionUser): Promise<void>
}

/** The one configuration of next-auth: JWT sessions that are checked against the database at every use. */
export function authOptions(ports: SignInPorts): NextAuthOptions {
  const found = new Map<string, SessionUser>()
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: idleSeconds },
    useSecureCookies: usesSecureCookies(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: usesSecureCookies() },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [passwordProvider(ports), ...outsideProviders(env())],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!account || account.type === 'credentials') return account !== null
        const signedIn = await ports.signInWithIdentity({
          provider: account.provider,
          providerAccountId: account.providerAccountId,
          name: user.name ?? 'Someone',
          verifiedEmail: verifiedEmailOf(account.provider, profile),
        })
        if (!signedIn) return '/sign-in?error=NotKnown'
        found.set(`${account.provider}:${account.providerAccountId}`, signedIn)
        return true
      },
      async jwt({ token, user, account }) {
        if (user && account) {
          const outside = found.get(`${account.provider}:${account.providerAccountId}`)
          const signedIn = outside ?? (isSessionUser(user) ? user : null)
          if (!signedIn) return {}
          await ports.noteSignIn(signedIn)
          return newSessionPayload(signedIn)
        }
        const claims = claimsOf(token)
        return claims && (await ports.checkSession(claims)) ? token : {}
      },
      async session({ session, token }) {
        const claims = claimsOf(token)
        const user = claims && (await ports.checkSession(claims))
        return user
          ? { ...session, user: { name: user.name, email: user.email } }
          : { expires: session.expires }
      },
    },
    events: {
      async signOut({ token }) {
        const claims = claimsOf(token)
        if (claims) await ports.endSession(claims)
      },
    },
    // next-auth writes to the console by itself; what matters is told by the ports.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

function passwordProvider(ports: SignInPorts) {
  return Credentials({
    id: 'credentials',
    name: 'Password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(credentials, request) {
      const { email, password } = credentials ?? {}
      if (typeof email !== 'string' || typeof password !== 'string') return null
      const result = await ports.signInWithPassword({ email, password, address: addressOf(request.headers) })
      if (result === 'slow_down') throw new Error('SlowDown')
      return result
    },
  })
}

function addressOf(headers: Readonly<Record<string, unknown>> | undefined): string {
  const forwarded = headers?.['x-forwarded-for']
  return typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim() ?? 'unknown') : 'unknown'
}

function isSessionUser(user: object): user is SessionUser {
  return 'sessionVersion' in user && typeof user.sessionVersion === 'number'
}

// GitHub does not say whether an address was checked: its people are known by their id alone.
function verifiedEmailOf(provider: string, profile: object | undefined): string | null {
  if (provider !== 'google' && provider !== 'slack') return null
  if (!profile || !('email' in profile) || !('email_verified' in profile)) return null
  return profile.email_verified === true && typeof profile.email === 'string'
    ? profile.email.toLowerCase()
    : null
}
