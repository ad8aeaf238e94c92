import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { AwaitedCallId, RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { awaitedCalls } from '../../schema/runs'

export type AwaitedCallRow = typeof awaitedCalls.$inferSelect

export async function findAwaitedCallOfStep(
  db: Database,
  {
    workspaceId,
    runId,
    stepPath,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly stepPath: string },
): Promise<AwaitedCallRow | undefined> {
  const [row] = await db
    .select()
    .from(awaitedCalls)
    .where(
      and(
        eq(awaitedCalls.workspaceId, workspaceId),
        eq(awaitedCalls.runId, runId),
        eq(awaitedCalls.stepPath, stepPath),
      ),
    )
  return row
}

type Key = { readonly workspaceId: WorkspaceId; readonly callId: AwaitedCallId }

/** Closes an address whose time is up. False: it was called in time, or its time is not up. */
export async function expireAwaitedCall(db: Database, { workspaceId, callId }: Key): Promise<boolean> {
  const rows = await db
    .update(awaitedCalls)
    .set({ takenAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(awaitedCalls.workspaceId, workspaceId),
        eq(awaitedCalls.id, callId),
        isNull(awaitedCalls.calledAt),
        lte(awaitedCalls.deadline, sql`clock_timestamp()`),
      ),
    )
    .returning({ id: awaitedCalls.id })
  return rows.length === 1
}

/** Notes that the step took up what its address was called with. */
export async function markCallTaken(db: Database, { workspaceId, callId }: Key): Promise<void> {
  await db
    .update(awaitedCalls)
    .set({ takenAt: sql`clock_timestamp()` })
    .where(and(eq(awaitedCalls.workspaceId, workspaceId), eq(awaitedCalls.id, callId)))
}
