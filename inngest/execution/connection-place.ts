import { database } from '@/db/client'
import { holdConnection } from '@/db/queries/connection-limits/hold-connection'
import { keepPlace, keptPlace, nextPlace } from '@/db/queries/connection-limits/take-place'
import { databaseNow } from '@/db/queries/system/database-now'
import { HandrailError } from '@/lib/core/errors'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import { markStep } from './mark-step'
import type { UsedConnection } from './open-connection'

/** A place that comes within this is waited for where one stands. */
const soonMs = 50

/** What the far side asks for is honoured for one call as long as it says, and for all others up to this. */
const longestHoldMs = 60 * 60_000

/**
 * Takes a place among the calls of a connection. A memo says that the step sleeps until its turn: every process and run
 * shares the connection's limit and its hold, and who asked first goes first.
 */
export async function takePlace(
  execution: Execution,
  path: string,
  connection: UsedConnection,
): Promise<Memo | null> {
  // A try that follows a failure was already put off for as long as it must wait.
  if (connection.heldMs > 0 && execution.attempt === 0) {
    // Not all at one moment when the hold ends.
    const ms = connection.heldMs + Math.random() * 1_000
    return sleep(execution, path, ms, `“${connection.name}”, which asked for no calls for a while`)
  }
  if (!connection.isLimited) return null
  const { db } = database()
  const key = { ...execution.scope, path }
  const kept = await keptPlace(db, key)
  const inMs = kept ?? (await nextPlace(db, { ...execution.scope, connectionId: connection.id })) ?? 0
  if (inMs <= soonMs) {
    if (kept !== undefined) await keepPlace(db, { ...key, inMs: null })
    return null
  }
  if (kept === undefined) await keepPlace(db, { ...key, inMs })
  return sleep(execution, path, inMs, `its turn: calls through “${connection.name}” are limited`)
}

/** How long to put the next try off, so that it finds a place: as long as asked, or until the place comes. */
export async function delayToPlace(
  execution: Execution,
  path: string,
  connection: UsedConnection | null,
  delayMs: number,
): Promise<number> {
  if (!connection?.isLimited) return delayMs
  const { db } = database()
  const inMs = (await nextPlace(db, { ...execution.scope, connectionId: connection.id })) ?? 0
  await keepPlace(db, { ...execution.scope, path, inMs })
  return Math.max(delayMs, inMs)
}

/** A service that says when to come again is not called before that, by this run or any other. */
export async function honourRetryAfter(
  execution: Execution,
  connection: UsedConnection | null,
  error: unknown,
): Promise<void> {
  if (!connection || !(error instanceof HandrailError) || error.code !== 'rate_limited') return
  if (error.retryAfterMs === undefined) return
  await holdConnection(database().db, {
    workspaceId: execution.scope.workspaceId,
    connectionId: connection.id,
    ms: Math.min(error.retryAfterMs, longestHoldMs),
  })
}

async function sleep(execution: Execution, path: string, ms: number, waitingFor: string): Promise<Memo> {
  const until = new Date((await databaseNow(database().db)).getTime() + ms).toISOString()
  await markStep(execution, { path, status: 'waiting', waitingFor })
  return { state: 'sleeps', until }
}
