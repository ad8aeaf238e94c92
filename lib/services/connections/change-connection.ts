import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import {
  findSealedConnection,
  listConnectionUses,
  removeConnection as removeRow,
  updateConnection,
} from '@/db/queries/connections'
import { getConnector } from '@/lib/connectors'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { type ConnectionView, connectionRateSchema } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { sealRecord } from '@/lib/services/secrets/seal'
import { noteCheck, tryConnection, tryNewSecret } from './check-connection'
import { baseUrlField, connectionNameField, connectionValuesField, sortValues } from './connection-fields'
import { connectionIn, readConnection } from './connection-in'
import { revokeGrant } from './oauth/revoke-grant'
import { openConnection } from './open-connection'
import { openAsStored } from './to-open-connection'

export const connectionChanges = z.strictObject({
  name: connectionNameField.optional(),
  /** All of the connector's fields anew: a secret is replaced, never read. */
  values: connectionValuesField.optional(),
  shared: z.boolean().optional(),
  baseUrl: baseUrlField.nullable().optional(),
  allowPrivate: z.boolean().optional(),
  /** At most so many calls in so many seconds; null: no limit but the service’s own. */
  rate: connectionRateSchema.nullable().optional(),
})

/**
 * Renames a connection, replaces its secret or moves it. What changes where calls go is tried at once. A new secret is
 * tried before it takes the old one's place: one that is refused changes nothing.
 */
export async function changeConnection(
  actor: Actor,
  connectionId: ConnectionId,
  changes: z.infer<typeof connectionChanges>,
): Promise<ConnectionView> {
  const { db } = database()
  const row = await connectionIn(db, actor, connectionId)
  authorize(actor, 'connection.manage', row)
  const moves = changes.baseUrl !== undefined || changes.allowPrivate !== undefined
  if (moves) authorize(actor, 'connection.configure')
  if (row.simulated && (moves || changes.values)) {
    throw conflict('A practice connection goes to its simulated service alone. Only its name can be changed.')
  }
  const connector = getConnector(row.connector)
  // A new address never gets the old secret: whoever moves a connection proves that they have it.
  if (changes.baseUrl !== undefined && changes.baseUrl !== row.baseUrl && !changes.values) {
    throw conflict(
      'To change the address, fill in the secret again: it is not sent to a place it was not meant for.',
    )
  }
  const sorted = changes.values && connector ? sortValues(connector, changes.values) : null
  const tried = sorted
    ? await tryNewSecret({
        ...(await storedConnection(actor, connectionId)),
        ...sorted,
        ...(changes.baseUrl === undefined ? {} : { baseUrl: changes.baseUrl }),
        ...(changes.allowPrivate === undefined ? {} : { allowPrivate: changes.allowPrivate }),
      })
    : null
  await db.transaction(async (tx) => {
    await updateConnection(tx, {
      workspaceId: actor.workspaceId,
      connectionId,
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.shared === undefined ? {} : { shared: changes.shared }),
      ...(changes.rate === undefined
        ? {}
        : { rateCalls: changes.rate?.calls ?? null, rateSeconds: changes.rate?.seconds ?? null }),
      ...(changes.baseUrl === undefined ? {} : { baseUrl: changes.baseUrl }),
      ...(changes.allowPrivate === undefined ? {} : { allowPrivate: changes.allowPrivate }),
      ...(sorted === null
        ? {}
        : {
            settings: sorted.settings,
            grantedScopes: null,
            expiresAt: null,
            secret: sealRecord(sorted.secret, { workspaceId: actor.workspaceId, rowId: connectionId }),
          }),
    })
    const { values: _secret, ...facts } = changes
    await recordAudit(tx, actor, {
      action: sorted ? 'connection.replace_secret' : 'connection.change',
      subject: { type: 'connection', id: connectionId, name: changes.name ?? row.name },
      detail: {
        before: { name: row.name, shared: row.shared, baseUrl: row.baseUrl, allowPrivate: row.allowPrivate },
        after: JSON.parse(JSON.stringify(facts)),
      },
    })
  })
  if (moves || tried) {
    const outcome = tried ?? (await tryConnection(await openConnection(db, actor, connectionId)))
    await noteCheck(db, actor, connectionId, outcome)
  }
  return readConnection(db, actor, connectionId)
}

async function storedConnection({ workspaceId }: Actor, connectionId: ConnectionId) {
  const row = await findSealedConnection(database().db, { workspaceId, connectionId })
  if (!row) throw notFound('connection')
  return openAsStored(row)
}

/**
 * Removes a connection and its secret, and gives what was granted in the browser back to its service. One that workflows
 * use is kept, and the answer says which.
 */
export async function removeConnection(
  actor: Actor,
  connectionId: ConnectionId,
  { force = false }: { force?: boolean } = {},
): Promise<void> {
  const { db } = database()
  const row = await connectionIn(db, actor, connectionId)
  authorize(actor, 'connection.manage', row)
  const sealed = await findSealedConnection(db, { workspaceId: actor.workspaceId, connectionId })
  await db.transaction(async (tx) => {
    const uses = (await listConnectionUses(tx, actor)).filter((use) => use.connectionId === connectionId)
    if (uses.length > 0 && !force) {
      const names = uses.slice(0, 5).map((use) => `‘${use.workflowName}’`)
      throw conflict(
        `This connection is used by ${names.join(', ')}${uses.length > 5 ? ` and ${uses.length - 5} more` : ''}. Choose another there first, or remove it all the same.`,
      )
    }
    await removeRow(tx, { workspaceId: actor.workspaceId, connectionId })
    await recordAudit(tx, actor, {
      action: 'connection.remove',
      subject: { type: 'connection', id: connectionId, name: row.name },
      detail: { connector: row.connector, usedBy: uses.map((use) => use.workflowId) },
    })
  })
  const revocation = sealed ? await revokeGrant(sealed) : 'none'
  if (revocation === 'none') return
  await recordAudit(db, actor, {
    action: 'connection.revoke',
    subject: { type: 'connection', id: connectionId, name: row.name },
    detail: { revoked: revocation === 'revoked' },
  })
}

function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}
