import { sql } from 'drizzle-orm'
import type { AwaitedCallId, RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { awaitedCalls } from '../../schema/runs'

export type NewAwaitedCall = {
  readonly id: AwaitedCallId
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly stepPath: string
  readonly token: string
  /** From now, by the database's clock. */
  readonly deadlineMs: number | undefined
}

/** Opens the one-time address of a step, and answers until when it is good. */
export async function openAwaitedCall(
  db: Database,
  { deadlineMs, ...call }: NewAwaitedCall,
): Promise<Date | null> {
  const deadline =
    deadlineMs === undefined
      ? null
      : sql`clock_timestamp() + ${deadlineMs}::float8 * interval '1 millisecond'`
  const [row] = await db
    .insert(awaitedCalls)
    .values({ ...call, deadline })
    .returning({ deadline: awaitedCalls.deadline })
  return row?.deadline ?? null
}
