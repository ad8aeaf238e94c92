import 'server-only'
import type { ApprovalId, WorkspaceId } from '@/lib/core/ids'
import { log } from '../log'
import { carrier } from '../runs/start/carrier'

/**
 * Wakes the run that waits for this decision. When nothing waits yet (it was decided before the run got to wait), or
 * the runtime cannot be told, the sweeper repeats it, until the run itself notes that it knows.
 */
export async function signalApproval(approval: {
  readonly workspaceId: WorkspaceId
  readonly approvalId: ApprovalId
}): Promise<boolean> {
  try {
    return (await carrier()?.signal(approval.approvalId)) ?? false
  } catch (error) {
    log().warn(
      { err: error, approvalId: approval.approvalId },
      'a decision was stored, but its run is not told yet',
    )
    return false
  }
}
