import 'server-only'
import { database } from '@/db/client'
import { findTokenBearer, touchToken } from '@/db/queries/system/memberships'
import { HandrailError } from '@/lib/core/errors'
import type { TokenId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { digestOf } from '@/lib/services/secrets/digest'
import { type SignedInUser, sessionCookieOf, userOfCookie } from './check-session'
import { memberActor } from './current-actor'

/** Who calls: a member of one workspace by token, or a signed-in person who may name one of theirs. */
export type Caller =
  | { readonly kind: 'token'; readonly actor: Actor; readonly tokenId: TokenId; readonly email: string }
  | { readonly kind: 'session'; readonly user: SignedInUser }

/** The member behind an API call. Throws `not_signed_in`, or `not_found` for a workspace that is not theirs. */
export async function actorFromRequest(request: Request): Promise<Actor> {
  return actorOf(await callerFromRequest(request), request)
}

/** The caller as a member of the workspace that the request names. A token has named its own. */
export async function actorOf(caller: Caller, request: Request): Promise<Actor> {
  if (caller.kind === 'token') return caller.actor
  const slug = request.headers.get('handrail-workspace')
  if (!slug) {
    throw new HandrailError({
      code: 'bad_request',
      who: 'user',
      retry: 'no',
      message: 'Say which workspace is meant with the header Handrail-Workspace (its slug).',
      field: 'Handrail-Workspace',
    })
  }
  const actor = await memberActor(caller.user, slug)
  if (!actor) {
    throw new HandrailError({
      code: 'not_found',
      who: 'user',
      retry: 'no',
      message: 'There is no such workspace, or you are no member of it.',
    })
  }
  return actor
}

/**
 * Who calls: by a token if one is sent, else by the session cookie, which other sites may not use. Throws
 * `not_signed_in`.
 */
export async function callerFromRequest(request: Request): Promise<Caller> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return tokenCaller(authorization)
  const user = await userOfCookie(sessionCookieOf(request))
  if (!user) {
    throw notSignedIn(
      'You are not signed in. Sign in, or send an API token as ‘Authorization: Bearer <token>’.',
    )
  }
  refuseForeignOrigin(request)
  return { kind: 'session', user }
}

async function tokenCaller(authorization: string): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  const { db } = database()
  const bearer = token === undefined ? undefined : await findTokenBearer(db, digestOf(token))
  if (!bearer) {
    throw notSignedIn('This token is not valid. Make a new one in Settings, API tokens, and send that.')
  }
  if (bearer.stale) await touchToken(db, bearer.tokenId)
  const { userId, workspaceId, role, name, scopes, tokenId, email } = bearer
  return { kind: 'token', tokenId, email, actor: { userId, workspaceId, role, name, via: 'token', scopes } }
}

/** A page of another site may make a browser send our cookie; it cannot make it say that the call is ours. */
function refuseForeignOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const ours = site === null ? origin !== null && isOurs(origin, request) : site === 'same-origin'
  if (ours && (origin === null || isOurs(origin, request))) return
  throw new HandrailError({
    code: 'forbidden',
    who: 'user',
    retry: 'no',
    message:
      'This call did not come from a page of Handrail, so it was not carried out. Open Handrail and try again there.',
  })
}

function isOurs(origin: string, request: Request): boolean {
  if (origin === new URL(env().HANDRAIL_URL).origin) return true
  const host = request.headers.get('host')
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`)
}

function notSignedIn(message: string): HandrailError {
  return new HandrailError({ code: 'not_signed_in', who: 'user', retry: 'no', message })
}
