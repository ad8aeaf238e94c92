import 'server-only'
import { database } from '@/db/client'
import { lockDueSchedule, setNextTick } from '@/db/queries/system/lock-due-schedule'
import type { RunRequest } from '../runs/start/carrier'
import { storeRun } from '../runs/start/create-run'
import { dispatchRun } from '../runs/start/dispatch-run'
import { isPractice } from '../runs/start/start-run'
import { nextTick } from './next-tick'

/** At most this many in one go, so that other chores have their turn. */
const most = 100

/**
 * Starts a run for each schedule that is due. The run and the schedule's next time are stored together, so a tick is
 * fired once by whatever process; ticks that were missed while nothing ran are fired once, together.
 */
export async function fireSchedules(): Promise<number> {
  for (let count = 0; count < most; count++) {
    const run = await fireOne()
    if (!run) return count
    await dispatchRun(run)
  }
  return most
}

async function fireOne(): Promise<RunRequest | null> {
  return database().db.transaction(async (tx) => {
    const due = await lockDueSchedule(tx)
    if (!due) return null
    const { trigger, versionId, document } = due
    const { workspaceId, workflowId, nodeId, cron, zone, nextAt } = trigger
    const now = new Date(due.nowMs)
    await setNextTick(tx, {
      triggerId: trigger.id,
      nextAt: cron && zone ? nextTick({ cron, zone }, now) : null,
    })
    const runId = await storeRun(tx, {
      ...{ workspaceId, workflowId, versionId },
      practice: await isPractice(workspaceId, due, document),
      trigger: nodeId,
      startedVia: 'schedule',
      startedBy: null,
      input: { at: (nextAt ?? now).toISOString() },
    })
    return runId && { workspaceId, runId, versionId }
  })
}
