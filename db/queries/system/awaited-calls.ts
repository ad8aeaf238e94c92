import { and, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { AwaitedCallId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { Database } from '../../client'
import { awaitedCalls, runs } from '../../schema/runs'

/** Runs that can still take a call up. */
const live = (db: Database) => db.select({ id: runs.id }).from(runs).where(isNull(runs.endedAt))

/** Stores what an address was called with, once. Nothing when nobody waits there, or not any more. */
export async function storeCall(
  db: Database,
  { token, body }: { readonly token: string; readonly body: Json },
): Promise<AwaitedCallId | undefined> {
  const [row] = await db
    .update(awaitedCalls)
    .set({ body, calledAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(awaitedCalls.token, token),
        isNull(awaitedCalls.calledAt),
        isNull(awaitedCalls.takenAt),
        or(isNull(awaitedCalls.deadline), gt(awaitedCalls.deadline, sql`clock_timestamp()`)),
        inArray(awaitedCalls.runId, live(db)),
      ),
    )
    .returning({ id: awaitedCalls.id })
  return row?.id
}

/** What an address was called with before. */
export async function findStoredCall(db: Database, { token }: { readonly token: string }) {
  const [row] = await db
    .select({ body: awaitedCalls.body })
    .from(awaitedCalls)
    .where(and(eq(awaitedCalls.token, token), isNotNull(awaitedCalls.calledAt)))
  return row
}

/** Calls that were stored, and whose steps still wait to be told. */
export async function untakenCalls(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ callId: awaitedCalls.id })
    .from(awaitedCalls)
    .where(
      and(
        isNotNull(awaitedCalls.calledAt),
        isNull(awaitedCalls.takenAt),
        lt(awaitedCalls.calledAt, sql`now() - interval '300 milliseconds'`),
        inArray(awaitedCalls.runId, live(db)),
      ),
    )
    .limit(limit)
}
