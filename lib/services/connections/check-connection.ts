import 'server-only'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { updateConnection } from '@/db/queries/connections'
import { getConnector } from '@/lib/connectors'
import { type OpenConnection, runAction } from '@/lib/connectors/runs'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { connectionIn, readConnection } from './connection-in'
import { openConnection } from './open-connection'
import { resumeSteps } from './resume-steps'

const patienceMs = 15_000

export type CheckOutcome = {
  readonly status: 'ok' | 'reconnect' | 'failing' | 'unchecked'
  readonly statusMessage: string | null
  readonly account: string | null
}

/** Tries a connection with the read action of its connector, and notes what came of it. */
export async function checkConnection(actor: Actor, connectionId: ConnectionId): Promise<ConnectionView> {
  const { db } = database()
  const row = await connectionIn(db, actor, connectionId)
  authorize(actor, 'connection.use', row)
  const outcome = await openConnection(db, actor, connectionId).then(tryConnection, failedOutcome)
  await noteCheck(db, actor, connectionId, outcome)
  return readConnection(db, actor, connectionId)
}

/**
 * Keeps what came of trying a connection, for its row in the list. When it works, or nobody can tell, the steps that wait
 * for it try again.
 */
export async function noteCheck(
  db: Database,
  actor: Actor,
  connectionId: ConnectionId,
  { status, statusMessage, account }: CheckOutcome,
): Promise<void> {
  await updateConnection(db, {
    workspaceId: actor.workspaceId,
    connectionId,
    status,
    statusMessage,
    checkedAt: new Date(),
    ...(account === null ? {} : { account }),
  })
  if (status === 'ok' || status === 'unchecked') await resumeSteps(actor, connectionId)
}

/** Does this connection work? A far side that says no is an outcome, never an error. */
export async function tryConnection(connection: OpenConnection): Promise<CheckOutcome> {
  const action = getConnector(connection.connector)?.check
  if (!action) return { status: 'unchecked', statusMessage: null, account: null }
  try {
    const output = await runAction({
      action,
      connection,
      input: {},
      idempotencyKey: newId('req'),
      signal: AbortSignal.timeout(patienceMs),
    })
    return { status: 'ok', statusMessage: null, account: accountOf(output) }
  } catch (error) {
    return failedOutcome(error)
  }
}

function failedOutcome(error: unknown): CheckOutcome {
  if (!(error instanceof HandrailError)) throw error
  const mustReconnect = error.code === 'reconnect' || error.code === 'missing_scope'
  return { status: mustReconnect ? 'reconnect' : 'failing', statusMessage: error.message, account: null }
}

/**
 * Tries a connection whose secret was just written. A secret that the far side refuses is told at its field and thrown,
 * so that it is not stored in the place of a good one; a far side that cannot be reached now is an outcome.
 */
export async function tryNewSecret(connection: OpenConnection): Promise<CheckOutcome> {
  const outcome = await tryConnection(connection)
  if (outcome.status !== 'reconnect') return outcome
  const field = getConnector(connection.connector)?.fields.find(({ secret }) => secret)?.key
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: `${outcome.statusMessage ?? 'It was refused.'} Nothing was saved.`,
    ...(field ? { field: `values.${field}` } : {}),
  })
}

/** The name of the account, as the connectors' check actions give it. */
function accountOf(output: Json): string | null {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return null
  const names = [
    'login' in output ? output.login : null,
    'user' in output ? output.user : null,
    'name' in output ? output.name : null,
    'team' in output ? output.team : null,
  ]
  const found = names.find((name) => typeof name === 'string' && name !== '')
  return typeof found === 'string' ? found : null
}
