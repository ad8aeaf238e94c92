import { database } from '@/db/client'
import { touchRun } from '@/db/queries/runs/touch-run'
import { markStepRow, type StepMark } from '@/db/queries/steps/mark-step'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Execution } from './execution'

/** Changes what is known of a step that goes on: its input, or what it waits for. */
export async function markStep(
  execution: Execution,
  mark: Omit<StepMark, 'workspaceId' | 'runId'>,
): Promise<void> {
  const { db } = database()
  // What a step was given is shown with its next change of state: it is worth one statement, not a transaction.
  if (!mark.status && mark.waitingFor === undefined) {
    await markStepRow(db, { ...execution.scope, ...mark })
    return
  }
  await db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    await markStepRow(tx, { ...execution.scope, ...mark })
    if (mark.status) await deriveStatus(tx, execution, mark.path)
  })
  announceRun(execution.run.id)
}
