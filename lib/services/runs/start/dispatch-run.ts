import 'server-only'
import { database } from '@/db/client'
import { markDispatched } from '@/db/queries/runs/mark-dispatched'
import { log } from '../../log'
import { announceRun } from '../watch/announce-run'
import { carrier, type RunRequest } from './carrier'

/** Tells the runtime of a stored run. What fails here is repeated by the sweeper, so nothing is thrown. */
export async function dispatchRun({ workspaceId, runId, versionId }: RunRequest): Promise<boolean> {
  announceRun(runId)
  const runtime = carrier()
  if (!runtime) return false
  try {
    await runtime.request({ workspaceId, runId, versionId })
    await markDispatched(database().db, { workspaceId, runId })
    return true
  } catch (error) {
    log().warn({ err: error, runId }, 'a run was stored, but the runtime could not be told yet')
    return false
  }
}
