import { and, eq, isNull } from 'drizzle-orm'
import type { ApprovalId, RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { StepStatus } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

export type StepMark = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly path: string
  readonly status?: Extract<StepStatus, 'running' | 'waiting' | 'unknown'>
  readonly waitingFor?: string | null
  readonly input?: Json
  readonly approvalId?: ApprovalId
  readonly tokensIn?: number
  readonly tokensOut?: number
  readonly cost?: number
}

/** Changes what is known of a step that has not ended. */
export async function markStepRow(db: Database, mark: StepMark): Promise<void> {
  const { workspaceId, runId, path, ...change } = mark
  await db
    .update(steps)
    .set(change)
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        eq(steps.runId, runId),
        eq(steps.path, path),
        isNull(steps.endedAt),
      ),
    )
}
