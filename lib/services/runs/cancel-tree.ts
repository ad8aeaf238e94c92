import 'server-only'
import type { Database } from '@/db/client'
import { listOpenRunsBelow } from '@/db/queries/runs/called-runs'
import { lockRun } from '@/db/queries/runs/lock-run'
import type { RunId, UserId, WorkspaceId } from '@/lib/core/ids'
import { stopRunRow } from './start/stop-run-row'
import { tellCancelled } from './start/tell-cancelled'

type Tree = {
  readonly workspaceId: WorkspaceId
  readonly runIds: readonly RunId[]
  /** Null: nobody asked; another branch of the caller came first. */
  readonly userId: UserId | null
}

/** Ends these runs and all that they called as cancelled, in the caller's transaction. Answers which had not ended. */
export async function cancelTree(
  tx: Database,
  { workspaceId, runIds, userId }: Tree,
): Promise<readonly RunId[]> {
  const cancelled: RunId[] = []
  for (const runId of await listOpenRunsBelow(tx, { workspaceId, runIds })) {
    const scope = { workspaceId, runId }
    await lockRun(tx, scope)
    if (await stopRunRow(tx, { ...scope, userId })) cancelled.push(runId)
  }
  return cancelled
}

/** After the commit: has the runtime stop each of them. */
export async function tellTreeCancelled(workspaceId: WorkspaceId, runIds: readonly RunId[]): Promise<void> {
  for (const runId of runIds) await tellCancelled({ workspaceId, runId })
}
