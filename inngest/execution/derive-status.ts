import type { Database } from '@/db/client'
import { deriveRunStatus } from '@/db/queries/runs/derive-run-status'
import { deriveAgentStatus } from '@/db/queries/steps/derive-agent-status'
import type { Execution } from './execution'

/** Brings what the run shows in step with its steps, after a change of this one. */
export async function deriveStatus(tx: Database, execution: Execution, path: string): Promise<void> {
  if (path.includes('.')) await deriveAgentStatus(tx, execution.scope)
  await deriveRunStatus(tx, execution.scope)
}
