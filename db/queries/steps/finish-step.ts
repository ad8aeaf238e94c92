import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ArtifactId, RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { StepError } from '../../../lib/engine/contract'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

export type StepEnd = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly path: string
  readonly status: 'succeeded' | 'failed' | 'skipped' | 'cancelled'
  readonly exit: string | null
  readonly output: Json | null
  readonly artifactId: ArtifactId | null
  readonly error: StepError | null
  readonly tokensIn?: number | null
  readonly tokensOut?: number | null
  readonly cost?: number | null
}

/** Stores how a step ended. Answers false when it had ended already: the first outcome stands. */
export async function finishStepRow(db: Database, end: StepEnd): Promise<boolean> {
  const rows = await db
    .update(steps)
    .set({
      status: end.status,
      exit: end.exit,
      output: end.output,
      artifactId: end.artifactId,
      error: end.error,
      waitingFor: null,
      tokensIn: end.tokensIn ?? null,
      tokensOut: end.tokensOut ?? null,
      cost: end.cost ?? null,
      endedAt: sql`now()`,
    })
    .where(
      and(
        eq(steps.workspaceId, end.workspaceId),
        eq(steps.runId, end.runId),
        eq(steps.path, end.path),
        isNull(steps.endedAt),
      ),
    )
    .returning({ path: steps.path })
    .prepare('finish_step')
    .execute()
  return rows.length === 1
}
