import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { RunStatus } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'
import { statementsOf } from '../../statements-of'

/**
 * Raises the run's revision, which also locks its row, and tells how the run stands. Asked for together with statements
 * that follow it, it is surely the first: it is sent off here, and not when somebody waits for it.
 */
export async function touchRun(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<RunStatus | undefined> {
  const [row] = await statementsOf(db)<{ status: RunStatus }[]>`
    update runs set revision = revision + 1 where workspace_id = ${workspaceId} and id = ${runId}
    returning status`.execute()
  return row?.status
}
