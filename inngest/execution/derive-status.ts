import type { Database } from '@/db/client'
import { deriveRunStatus } from '@/db/queries/runs/derive-run-status'
import { deriveWholeStatus } from '@/db/queries/steps/derive-whole-status'
import { wholesOf } from '@/lib/engine/step-path'
import type { Execution } from './execution'

/**
 * Brings what the run shows in step with its steps, after a change of this one: first what the step is a part of, from
 * the inside out, and no further than anything changes.
 */
export async function deriveStatus(tx: Database, execution: Execution, path: string): Promise<void> {
  for (const whole of wholesOf(path)) {
    if (!(await deriveWholeStatus(tx, { ...execution.scope, path: whole }))) return
  }
  await deriveRunStatus(tx, execution.scope)
}
