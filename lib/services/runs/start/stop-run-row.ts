import 'server-only'
import type { Database } from '@/db/client'
import { cancelApprovals } from '@/db/queries/approvals/cancel-approvals'
import { requestCancel } from '@/db/queries/runs/request-cancel'
import { cancelStepRows } from '@/db/queries/steps/cancel-steps'

/**
 * Ends a run as cancelled, with its steps and what it asked people for, in the caller's transaction. False: it had ended.
 * After the commit, `tellCancelled` has the runtime stop it.
 */
export async function stopRunRow(
  tx: Database,
  cancel: Parameters<typeof requestCancel>[1],
): Promise<boolean> {
  if (!(await requestCancel(tx, cancel))) return false
  const { workspaceId, runId } = cancel
  await cancelStepRows(tx, { workspaceId, runId })
  await cancelApprovals(tx, { workspaceId, runId })
  return true
}
