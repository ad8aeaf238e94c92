import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertConnection } from '@/db/queries/connections'
import { findWorkspace } from '@/db/queries/workspaces'
import { connectors } from '@/lib/connectors'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { sealRecord } from '@/lib/services/secrets/seal'
import { tryNewSecret } from './check-connection'
import { baseUrlField, connectionNameField, connectionValuesField, sortValues } from './connection-fields'
import { readConnection } from './connection-in'

export const newConnectionFields = z.strictObject({
  connector: z.string().max(60),
  name: connectionNameField.optional(),
  values: connectionValuesField,
  baseUrl: baseUrlField.nullable().optional(),
  allowPrivate: z.boolean().optional(),
  shared: z.boolean().optional(),
})

/**
 * Tries a connection and stores it. A secret that is refused is an error and nothing is stored; a far side that does not
 * answer well just now is the connection's status. The secret goes in sealed and never comes out. The practice workspace
 * has simulated services alone and refuses real ones.
 */
export async function createConnection(
  actor: Actor,
  fields: z.infer<typeof newConnectionFields>,
): Promise<ConnectionView> {
  authorize(actor, 'connection.create')
  if (fields.baseUrl || fields.allowPrivate) authorize(actor, 'connection.configure')
  const connector = connectors.find(({ id }) => id === fields.connector)
  if (!connector) {
    throw refusal(
      'invalid_input',
      `There is no connector ‘${fields.connector}’. Choose one of the list.`,
      'connector',
    )
  }
  const { db } = database()
  const workspace = await findWorkspace(db, actor)
  if (workspace?.practice) {
    throw refusal(
      'conflict',
      'The practice workspace has simulated services only, so that nothing can go wrong there. Make a workspace of your own for real ones.',
    )
  }
  const { secret, settings } = sortValues(connector, fields.values)
  const id = newId<ConnectionId>('con')
  const baseUrl = fields.baseUrl ?? null
  const allowPrivate = fields.allowPrivate ?? false
  const name = fields.name ?? connector.title
  const outcome = await tryNewSecret({
    id,
    connector: connector.id,
    name,
    secret,
    settings,
    baseUrl,
    allowPrivate,
    simulated: false,
  })
  return db.transaction(async (tx) => {
    await insertConnection(tx, {
      id,
      workspaceId: actor.workspaceId,
      connector: connector.id,
      name,
      secret: sealRecord(secret, { workspaceId: actor.workspaceId, rowId: id }),
      settings,
      baseUrl,
      allowPrivate,
      shared: fields.shared ?? true,
      ownerId: actor.userId,
      ...outcome,
      checkedAt: new Date(),
    })
    await recordAudit(tx, actor, {
      action: 'connection.create',
      subject: { type: 'connection', id, name },
      detail: { connector: connector.id, baseUrl, allowPrivate, shared: fields.shared ?? true },
    })
    return readConnection(tx, actor, id)
  })
}

function refusal(code: 'invalid_input' | 'conflict', message: string, field?: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message, ...(field ? { field } : {}) })
}
