import { database } from '@/db/client'
import { findConnectionForRun } from '@/db/queries/runs/find-connection-for-run'
import type { OpenConnection } from '@/lib/connectors/runs'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId, WorkspaceId } from '@/lib/core/ids'
import { toOpenConnection } from '@/lib/services/connections/to-open-connection'

export type UsedConnection = {
  readonly id: ConnectionId
  readonly name: string
  readonly open: OpenConnection
  /** Its calls are limited: each takes a place. */
  readonly isLimited: boolean
  /** For so long the far side asked for no calls. */
  readonly heldMs: number
  /** That it works was noted a moment ago. */
  readonly isNoted: boolean
}

/** The note that a connection works may be so old. */
const notedEveryMs = 60_000

/** Opens a connection for a call: of this workspace, not removed, and of the connector that the action belongs to. */
export async function openConnection(
  workspaceId: WorkspaceId,
  { connectionId, connector }: { readonly connectionId: string; readonly connector: string },
): Promise<UsedConnection> {
  const row = await findConnectionForRun(database().db, { workspaceId, connectionId })
  if (!row || row.removedAt) {
    throw noConnection(
      'The connection of this step was removed. Choose another one in the step, publish, and run again.',
    )
  }
  if (row.connector !== connector) {
    throw noConnection(
      `The connection “${row.name}” is for ${row.connector}, and this step needs one for ${connector}. Choose another one in the step.`,
    )
  }
  return {
    id: row.id,
    name: row.name,
    isLimited: row.rateCalls !== null && row.rateSeconds !== null,
    heldMs: row.heldMs,
    isNoted: row.status === 'ok' && row.usedMsAgo !== null && row.usedMsAgo < notedEveryMs,
    open: await toOpenConnection(row),
  }
}

export function noConnection(message: string): HandrailError {
  return new HandrailError({ code: 'no_connection', who: 'user', retry: 'no', message, field: 'connection' })
}
