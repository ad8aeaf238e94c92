import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from '@/db/client'
import { insertConsent } from '@/db/queries/system/consents'
import { findWorkspace } from '@/db/queries/workspaces'
import type { OAuthProvider } from '@/lib/connectors/contract'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { digestOf, newSecret } from '@/lib/services/secrets/digest'
import { seal } from '@/lib/services/secrets/seal'
import { connectionNameField } from '../connection-fields'
import { connectionIn } from '../connection-in'
import { callbackUrl, oauthClient } from './oauth-client'
import { connectorWithConsent, consentQuery, planConsent, providerOf } from './plan-consent'
import { placeOf } from './provider-fetch'

export const newConsentFields = consentQuery.extend({
  name: connectionNameField.optional(),
  shared: z.boolean().optional(),
})

/**
 * Prepares the way to a service's page for consent and gives its address. Whoever comes back must be in the same session
 * and bring the state along, once, within ten minutes. `sessionId` is null for a caller without a browser.
 */
export async function beginConsent(
  actor: Actor,
  { name, shared, ...query }: z.infer<typeof newConsentFields>,
  sessionId: string | null,
): Promise<{ url: string }> {
  const plan = await planConsent(actor, query)
  const connector = connectorWithConsent(query.connector)
  const provider = providerOf(connector)
  const { db } = database()
  const client = oauthClient(provider.id)
  if (!client) {
    throw conflict(
      `Connecting in the browser is not set up for ${provider.title}. Use a token, or ask whoever runs Handrail to set it up.`,
    )
  }
  if (sessionId === null)
    throw conflict('Consent is given in a browser. Sign in to Handrail and connect it there.')
  if ((await findWorkspace(db, actor))?.practice) {
    throw conflict(
      'The practice workspace has simulated services only, so that nothing can go wrong there. Make a workspace of your own for real ones.',
    )
  }
  const row = query.connection ? await connectionIn(db, actor, query.connection) : null
  if (row && row.connector !== connector.id) {
    throw conflict(`“${row.name}” is not a connection to ${connector.title}. Choose another one.`)
  }
  if (row?.baseUrl) {
    throw conflict(
      `“${row.name}” goes to ${row.baseUrl}, where only a token opens. Replace its secret instead.`,
    )
  }
  const scopes = plan.scopes.map(({ scope }) => scope)
  const state = newSecret()
  const verifier = newSecret()
  const stateHash = digestOf(state)
  await insertConsent(db, {
    stateHash,
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    sessionId,
    connector: connector.id,
    provider: provider.id,
    connectionId: row?.id ?? null,
    name: name ?? row?.name ?? connector.title,
    shared: shared ?? row?.shared ?? true,
    scopes,
    verifier: seal(verifier, { workspaceId: actor.workspaceId, rowId: stateHash }),
  })
  return { url: addressOf(provider, { clientId: client.id, scopes, state, verifier }) }
}

type Asking = {
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly state: string
  readonly verifier: string
}

function addressOf(provider: OAuthProvider, { clientId, scopes, state, verifier }: Asking): string {
  const url = placeOf(provider, provider.authorizeUrl)
  const fields: Readonly<Record<string, string>> = {
    ...provider.parameters,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callbackUrl(provider.id),
    scope: [...scopes, ...provider.lastingScopes].join(provider.scopeSeparator),
    state,
    ...(provider.pkce
      ? {
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
        }
      : {}),
  }
  for (const [key, value] of Object.entries(fields)) url.searchParams.set(key, value)
  return url.href
}

function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}
