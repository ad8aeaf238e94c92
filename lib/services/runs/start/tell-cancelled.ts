import 'server-only'
import { database } from '@/db/client'
import { noteCancelTold } from '@/db/queries/system/untold-cancels'
import { log } from '../../log'
import { announceRun } from '../watch/announce-run'
import { roomMade } from './admit-runs'
import { carrier, type RunRequest } from './carrier'

/** Has the runtime stop a run whose row says cancelled. What fails here is repeated by the sweeper. */
export async function tellCancelled({
  workspaceId,
  runId,
}: Pick<RunRequest, 'workspaceId' | 'runId'>): Promise<void> {
  announceRun(runId)
  roomMade(workspaceId)
  const runtime = carrier()
  if (!runtime) return
  try {
    await runtime.cancel({ workspaceId, runId })
    await noteCancelTold(database().db, { runId })
  } catch (error) {
    log().warn({ err: error, runId }, 'the runtime was not told of a cancelled run yet')
  }
}
