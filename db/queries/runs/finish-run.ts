import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { StepError } from '../../../lib/engine/contract'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

export type RunEnd = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly status: 'succeeded' | 'failed' | 'cancelled'
  readonly output?: Json
  readonly error?: StepError & { path?: string }
}

/** Ends a run that has not ended. Answers false when it had: the first end stands. */
export async function finishRun(db: Database, end: RunEnd): Promise<boolean> {
  const rows = await db
    .update(runs)
    .set({
      status: end.status,
      waitingFor: null,
      output: end.output ?? null,
      error: end.error ?? null,
      endedAt: sql`now()`,
      startedAt: sql`coalesce(${runs.startedAt}, now())`,
      revision: sql`${runs.revision} + 1`,
    })
    .where(
      and(
        eq(runs.workspaceId, end.workspaceId),
        eq(runs.id, end.runId),
        inArray(runs.status, ['queued', 'running', 'waiting']),
      ),
    )
    .returning({ id: runs.id })
    .prepare('finish_run')
    .execute()
  return rows.length === 1
}
