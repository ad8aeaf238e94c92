import 'server-only'
import type { ConnectionRow } from '@/db/queries/connections'
import { getConnector } from '@/lib/connectors'
import type { OAuthProvider } from '@/lib/connectors/contract'
import { oauthProviders } from '@/lib/connectors/oauth'
import { log } from '@/lib/services/log'
import { openRecord } from '@/lib/services/secrets/seal'
import { type OAuthClient, oauthClient } from './oauth-client'
import { providerFetch } from './provider-fetch'

/** `kept`: the service has no way to give a token back, or did not take it; people can end it there by themselves. */
export type Revocation = 'revoked' | 'kept' | 'none'

/** Gives a connection's token back to the service that granted it. It never throws: the connection goes in any case. */
export async function revokeGrant(
  row: Pick<ConnectionRow, 'id' | 'workspaceId' | 'connector' | 'secret' | 'grantedScopes'>,
): Promise<Revocation> {
  const providerId = getConnector(row.connector)?.oauth
  if (row.grantedScopes === null || !providerId) return 'none'
  const provider = oauthProviders[providerId]
  const client = oauthClient(providerId)
  if (!provider.revoke || !client) return 'kept'
  try {
    const secret = openRecord(row.secret, { workspaceId: row.workspaceId, rowId: row.id })
    const answer = await send(provider, provider.revoke, client, secret)
    const isDone = answer.ok && !(await answer.text()).startsWith('{"ok":false')
    return isDone ? 'revoked' : 'kept'
  } catch (error) {
    log().warn({ err: error, connectionId: row.id }, 'a token could not be given back')
    return 'kept'
  }
}

function send(
  provider: OAuthProvider,
  { url, method, by }: NonNullable<OAuthProvider['revoke']>,
  client: OAuthClient,
  secret: Readonly<Record<string, string>>,
): Promise<Response> {
  const address = url.replace('{client}', encodeURIComponent(client.id))
  const { token = '', refresh_token: refresh } = secret
  if (by === 'client') {
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
    return providerFetch(provider, address, {
      method,
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ access_token: token }),
    })
  }
  if (by === 'bearer') {
    return providerFetch(provider, address, { method, headers: { authorization: `Bearer ${token}` } })
  }
  return providerFetch(provider, address, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    // With the refresh token goes every access token that it gave.
    body: new URLSearchParams({ token: refresh ?? token }).toString(),
  })
}
