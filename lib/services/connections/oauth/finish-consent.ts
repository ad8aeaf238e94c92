import 'server-only'
import { database } from '@/db/client'
import { type FoundConsent, findConsent, takeConsent } from '@/db/queries/system/consents'
import type { SessionClaims } from '@/lib/auth/session-token'
import { oauthProviders } from '@/lib/connectors/oauth'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { ConsentProblem } from '@/lib/policy/views/consent-view'
import { log } from '@/lib/services/log'
import { digestOf } from '@/lib/services/secrets/digest'
import { open } from '@/lib/services/secrets/seal'
import { checkSession } from '@/lib/services/session/check-session'
import { memberActor } from '@/lib/services/session/current-actor'
import { askForTokens, type TokenAnswer } from './ask-for-tokens'
import { callbackUrl, oauthClient } from './oauth-client'
import { storeGrant } from './store-grant'

export type Return = {
  /** The service whose callback address was opened. */
  readonly provider: string
  readonly query: URLSearchParams
  readonly session: SessionClaims | null
}

export type Finished =
  | { readonly status: 'connected'; readonly slug: string; readonly connectionId: ConnectionId }
  | { readonly status: 'failed'; readonly problem: ConsentProblem; readonly slug: string | null }

/**
 * Takes someone back from a service's page for consent. Whatever is wrong with the return ends at a page that says so;
 * only the session that set out, with its state, once and in time, gets as far as a token.
 */
export async function finishConsent({ provider, query, session }: Return): Promise<Finished> {
  const { db } = database()
  const state = query.get('state') ?? ''
  const consent = state === '' ? undefined : await findConsent(db, digestOf(state))
  const failed = (problem: ConsentProblem): Finished => ({
    status: 'failed',
    problem,
    slug: session && consent?.sessionId === session.sessionId ? consent.slug : null,
  })
  const user = session && (await checkSession(session))
  if (!user) return failed('signed_out')
  if (!consent || consent.provider !== provider) return failed('wrong_state')
  if (consent.sessionId !== session.sessionId || consent.userId !== user.id) return failed('other_session')
  if (!(await takeConsent(db, consent.stateHash))) return failed(consent.takenAt ? 'replayed' : 'expired')
  const problem = problemIn(consent, query)
  if (problem) return failed(problem)
  const actor = await memberActor(user, consent.slug)
  if (!actor) return failed('not_allowed')
  try {
    const answer = await exchange(consent, query.get('code') ?? '')
    if (answer.status === 'spent') return failed('code_spent')
    const connectionId = await storeGrant(actor, consent, answer.tokens)
    return { status: 'connected', slug: consent.slug, connectionId }
  } catch (error) {
    if (!(error instanceof HandrailError)) throw error
    log().warn({ err: error, provider, detail: error.detail }, 'a consent came to nothing')
    if (error.code === 'forbidden' || error.code === 'not_found') return failed('not_allowed')
    return failed(error.code === 'unreachable' || error.code === 'timed_out' ? 'unreachable' : 'refused')
  }
}

function problemIn({ provider }: FoundConsent, query: URLSearchParams): ConsentProblem | null {
  const error = query.get('error')
  if (error !== null) return error === 'access_denied' ? 'denied' : 'refused'
  const { issuer } = oauthProviders[provider]
  const named = query.get('iss')
  if (issuer && named !== null && named !== issuer) return 'wrong_state'
  return query.get('code') ? null : 'refused'
}

function exchange(consent: FoundConsent, code: string): Promise<TokenAnswer> {
  const { provider, workspaceId, stateHash } = consent
  const client = oauthClient(provider)
  if (!client) {
    throw new HandrailError({
      code: 'service_failed',
      who: 'operator',
      retry: 'no',
      message: 'Connecting in the browser was switched off meanwhile. Ask whoever runs Handrail.',
    })
  }
  const described = oauthProviders[provider]
  return askForTokens(described, client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callbackUrl(provider),
    ...(described.pkce ? { code_verifier: open(consent.verifier, { workspaceId, rowId: stateHash }) } : {}),
  })
}
