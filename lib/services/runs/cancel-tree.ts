import 'server-only'
import type { Database } from '@/db/client'
import { listOpenRunsBelow } from '@/db/queries/runs/called-runs'
import { lockRun } from '@/db/queries/runs/lock-run'
import type { RunId, UserId, WorkspaceId } from '@/lib/core/ids'
import type { StepError } from '@/lib/engine/contract'
import { stopRunRow } from './start/stop-run-row'
import { tellCancelled } from './start/tell-cancelled'

type Tree = {
  readonly workspaceId: WorkspaceId
  readonly runIds: readonly RunId[]
  /** Null: nobody asked; another branch of the caller came first, or a newer run takes its place. */
  readonly userId: UserId | null
  /** What is said of the runs named. Those that they called say no more than that they were cancelled. */
  readonly why?: StepError
}

/** Ends these runs and all that they called as cancelled, in the caller's transaction. Answers which had not ended. */
export async function cancelTree(
  tx: Database,
  { workspaceId, runIds, userId, why }: Tree,
): Promise<readonly RunId[]> {
  const cancelled: RunId[] = []
  for (const runId of await listOpenRunsBelow(tx, { workspaceId, runIds })) {
    const scope = { workspaceId, runId }
    await lockRun(tx, scope)
    const isNamed = why !== undefined && runIds.includes(runId)
    if (await stopRunRow(tx, { ...scope, userId, ...(isNamed ? { why } : {}) })) cancelled.push(runId)
  }
  return cancelled
}

/** After the commit: has the runtime stop each of them. */
export async function tellTreeCancelled(workspaceId: WorkspaceId, runIds: readonly RunId[]): Promise<void> {
  for (const runId of runIds) await tellCancelled({ workspaceId, runId })
}
