import 'server-only'
import type { Database } from '@/db/client'
import { findSealedConnection } from '@/db/queries/connections'
import type { OpenConnection } from '@/lib/connectors/runs'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { notFound } from '@/lib/services/http/not-found'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { openRecord } from '@/lib/services/secrets/seal'

/** A connection with its secret in clear, made just before a call and never stored. */
export async function openConnection(
  db: Database,
  { workspaceId }: Actor,
  connectionId: ConnectionId,
): Promise<OpenConnection> {
  const row = await findSealedConnection(db, { workspaceId, connectionId })
  if (!row) throw notFound('connection')
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    secret: openRecord(row.secret, { workspaceId, rowId: row.id }),
    settings: row.settings,
    baseUrl: row.simulated ? await addressOf(row.connector) : row.baseUrl,
    allowPrivate: row.allowPrivate,
    simulated: row.simulated,
  }
}

function addressOf(connector: string): Promise<string> {
  if (connector === 'github' || connector === 'slack') return practiceAddress(connector)
  throw notFound('practice service')
}
