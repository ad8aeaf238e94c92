import 'server-only'
import { tellTreeCancelled } from '../cancel-tree'
import { announceRun } from '../watch/announce-run'
import { admitSoon } from './admit-runs'
import type { StoredRun } from './create-run'
import { noteTold, tellRuntime } from './tell-runtime'

/**
 * After the commit: has a stored run executed, now if it has its place, else when it gets one. With `begin` the runtime
 * was told with that commit.
 */
export async function dispatchRun(
  { workspaceId, runId, versionId, isAdmitted, ended }: StoredRun,
  begin?: () => void,
): Promise<void> {
  begin?.()
  await tellTreeCancelled(workspaceId, ended)
  if (begin) return noteTold({ workspaceId, runId })
  if (isAdmitted) {
    await tellRuntime([{ workspaceId, runId, versionId }])
    return
  }
  announceRun(runId)
  if (!ended.includes(runId)) admitSoon(workspaceId)
}
