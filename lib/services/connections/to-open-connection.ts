import 'server-only'
import type { ConnectionRow } from '@/db/queries/connections'
import type { OpenConnection } from '@/lib/connectors/runs'
import { serviceNames } from '@/lib/practice/services/service'
import { notFound } from '@/lib/services/http/not-found'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { openRecord } from '@/lib/services/secrets/seal'
import { freshConnection } from './oauth/fresh-connection'

/**
 * A stored connection with its secret in clear, made just before a call and never stored. A simulated one goes to its
 * practice service, wherever that stands now, and never to the vendor. A token that is about to end is renewed first;
 * throws `reconnect` where that is refused for good.
 */
export async function toOpenConnection(row: ConnectionRow): Promise<OpenConnection> {
  return openAsStored(await freshConnection(row))
}

/** The same without renewing anything: for a secret that is about to be replaced. */
export async function openAsStored(row: ConnectionRow): Promise<OpenConnection> {
  const { refresh_token: _kept, ...secret } = openRecord(row.secret, {
    workspaceId: row.workspaceId,
    rowId: row.id,
  })
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    secret,
    settings: row.settings,
    baseUrl: row.simulated ? await addressOf(row.connector) : row.baseUrl,
    allowPrivate: row.allowPrivate,
    simulated: row.simulated,
  }
}

async function addressOf(connector: string): Promise<string> {
  const service = serviceNames.find((name) => name === connector)
  if (!service) throw notFound('practice service')
  return practiceAddress(service)
}
