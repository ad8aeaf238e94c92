import { database } from '@/db/client'
import { deriveRunStatus } from '@/db/queries/runs/derive-run-status'
import { touchRun } from '@/db/queries/runs/touch-run'
import { markStepRow, type StepMark } from '@/db/queries/steps/mark-step'
import { announceRun } from '@/lib/services/runs/announce-run'
import type { Execution } from './execution'

/** Changes what is known of a step that goes on: its input, or what it waits for. */
export async function markStep(
  execution: Execution,
  mark: Omit<StepMark, 'workspaceId' | 'runId'>,
): Promise<void> {
  await database().db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    await markStepRow(tx, { ...execution.scope, ...mark })
    if (mark.status) await deriveRunStatus(tx, execution.scope)
  })
  announceRun(execution.run.id)
}
