import 'server-only'
import { announceRun } from '../watch/announce-run'
import { admitSoon } from './admit-runs'
import type { StoredRun } from './create-run'
import { tellCancelled } from './tell-cancelled'
import { tellRuntime } from './tell-runtime'

/** After the commit: has a stored run executed, now if it has its place, else when it gets one. */
export async function dispatchRun({
  workspaceId,
  runId,
  versionId,
  isAdmitted,
  ended,
}: StoredRun): Promise<void> {
  for (const other of ended) await tellCancelled({ workspaceId, runId: other })
  if (isAdmitted) {
    await tellRuntime({ workspaceId, runId, versionId })
    return
  }
  announceRun(runId)
  if (!ended.includes(runId)) admitSoon(workspaceId)
}
