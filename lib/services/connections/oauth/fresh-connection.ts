import 'server-only'
import { type Database, database } from '@/db/client'
import { type ConnectionRow, lockSealedConnection, updateConnection } from '@/db/queries/connections'
import { getConnector } from '@/lib/connectors'
import { oauthProviders } from '@/lib/connectors/oauth'
import { HandrailError } from '@/lib/core/errors'
import { openRecord, sealRecord } from '@/lib/services/secrets/seal'
import { askForTokens } from './ask-for-tokens'
import { oauthClient } from './oauth-client'

/** A token that ends within this is renewed before it is used. */
const nearMs = 2 * 60_000

/**
 * The connection with an access token that is still good. One that has ended, or ends soon, is renewed under the row's
 * lock: of all processes one asks, the others wait and find what it stored. The new tokens are stored before anyone uses
 * them, because most services let a refresh token be used once. When the service refuses for good, the connection is
 * marked and `reconnect` is thrown.
 */
export async function freshConnection(row: ConnectionRow): Promise<ConnectionRow> {
  if (!isNearItsEnd(row)) return row
  const renewed = await database().db.transaction((tx) => renew(tx, row))
  if (renewed.status === 'reconnect') throw reconnect(row)
  return renewed.row
}

type Renewed =
  | { readonly status: 'fresh'; readonly row: ConnectionRow }
  | { readonly status: 'reconnect'; readonly row: ConnectionRow }

async function renew(tx: Database, { workspaceId, id }: ConnectionRow): Promise<Renewed> {
  const key = { workspaceId, connectionId: id }
  const row = await lockSealedConnection(tx, key)
  if (!row) throw removed()
  if (!isNearItsEnd(row)) return { status: 'fresh', row }
  const secret = openRecord(row.secret, { workspaceId, rowId: id })
  const providerId = getConnector(row.connector)?.oauth
  const client = providerId ? oauthClient(providerId) : null
  // Without a way to renew it, it serves until it ends; then the service itself says so.
  if (!secret.refresh_token || !providerId || !client) return { status: 'fresh', row }
  const provider = oauthProviders[providerId]
  const answer = await askForTokens(provider, client, {
    grant_type: 'refresh_token',
    refresh_token: secret.refresh_token,
  })
  if (answer.status === 'spent') {
    await updateConnection(tx, { ...key, status: 'reconnect', statusMessage: reconnect(row).message })
    return { status: 'reconnect', row }
  }
  const { access, refresh, scopes, expiresInSeconds } = answer.tokens
  const changes = {
    secret: sealRecord(
      { ...secret, token: access, ...(refresh ? { refresh_token: refresh } : {}) },
      { workspaceId, rowId: id },
    ),
    expiresAt: expiresInSeconds ? new Date(Date.now() + expiresInSeconds * 1000) : null,
    ...(scopes ? { grantedScopes: [...scopes] } : {}),
  }
  await updateConnection(tx, { ...key, ...changes })
  return { status: 'fresh', row: { ...row, ...changes } }
}

function isNearItsEnd({ grantedScopes, expiresAt }: ConnectionRow): boolean {
  return grantedScopes !== null && expiresAt !== null && expiresAt.getTime() - Date.now() < nearMs
}

function reconnect({ name, connector }: ConnectionRow): HandrailError {
  const title = getConnector(connector)?.title ?? connector
  return new HandrailError({
    code: 'reconnect',
    who: 'user',
    retry: 'no',
    message: `${title} no longer accepts the consent of “${name}”. Reconnect “${name}” in Connections.`,
  })
}

function removed(): HandrailError {
  return new HandrailError({
    code: 'no_connection',
    who: 'user',
    retry: 'no',
    message: 'The connection was removed just now. Choose another one.',
  })
}
