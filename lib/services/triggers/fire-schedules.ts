import 'server-only'
import { database } from '@/db/client'
import { lockDueSchedule, setNextTick } from '@/db/queries/system/lock-due-schedule'
import { knownDocument } from '@/lib/workflow/known-document'
import { beginRunWithin } from '../runs/start/begin-run'
import { planOf } from '../runs/start/planned-version'
import { isPractice } from '../runs/start/start-run'
import { planTick } from './next-tick'
import { runIdOf } from './run-id-of'

/** At most this many in one go, so that other chores have their turn. */
const most = 100

/**
 * Starts a run for each schedule that is due, and answers how many it looked at. The run and the schedule's next time are
 * stored together, and a run's id follows from its tick: a tick is fired once, by whatever process and however often the
 * clock passes it. What becomes of missed ticks, the schedule says.
 */
export async function fireSchedules(): Promise<number> {
  for (let count = 0; count < most; count++) {
    const fired = await fireOne()
    if (!fired) return count
    await fired.tell?.()
  }
  return most
}

async function fireOne(): Promise<{ readonly tell?: () => Promise<void> } | null> {
  return database().db.transaction(async (tx) => {
    const due = await lockDueSchedule(tx)
    if (!due) return null
    const { trigger, versionId, document, isLimited } = due
    const { workspaceId, workflowId, nodeId, cron, zone, missed, nextAt } = trigger
    const now = new Date(due.nowMs)
    const plan =
      cron && zone && nextAt ? planTick({ cron, zone, missed }, nextAt, now) : { fire: null, next: null }
    await setNextTick(tx, { triggerId: trigger.id, nextAt: plan.next })
    if (!plan.fire) return {}
    const at = plan.fire.toISOString()
    // One that is not known here fails as its run, and says so: it must not keep the other schedules from their ticks.
    const known = knownDocument(document)
    const run = {
      ...{ workspaceId, workflowId, versionId },
      id: runIdOf(trigger.id, at),
      practice: known ? await isPractice(workspaceId, due, known) : due.isPractice,
      trigger: nodeId,
      startedVia: 'schedule',
      startedBy: null,
      input: { at },
    } as const
    return { tell: await beginRunWithin(tx, run, await planOf({ workspaceId, versionId }), { isLimited }) }
  })
}
