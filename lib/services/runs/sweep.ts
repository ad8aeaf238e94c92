import 'server-only'
import { database } from '@/db/client'
import { markSignalled } from '@/db/queries/approvals/mark-signalled'
import { undispatchedRuns } from '@/db/queries/system/undispatched-runs'
import { overdueApprovals, unsignalledApprovals } from '@/db/queries/system/unsignalled-approvals'
import { unsignalledEffects } from '@/db/queries/system/unsignalled-effects'
import { expireApproval } from '../approvals/expire-approval'
import { signalApproval } from '../approvals/signal-approval'
import { carrier } from './start/carrier'
import { dispatchRun } from './start/dispatch-run'

const limit = 200

/** A decision is told every second for so long, and after that now and then. */
const eagerMs = 30_000

/** Tells the runtime of runs that were stored and not told. */
export async function sweepRuns(): Promise<void> {
  for (const run of await undispatchedRuns(database().db, { limit })) await dispatchRun(run)
}

/** Wakes runs whose approvals were decided, or whose unknown outcomes were resolved, and that were not told. */
export async function sweepSignals(round: number): Promise<void> {
  const { db } = database()
  const isPatientRound = round % 5 === 0
  for (const approval of await unsignalledApprovals(db, { limit })) {
    if (approval.runHasEnded) await markSignalled(db, approval)
    else if (approval.ageMs < eagerMs || isPatientRound) await signalApproval(approval)
  }
  for (const { effectId } of await unsignalledEffects(db, { limit })) await carrier()?.signal(effectId)
}

/** Expires approvals whose runs did not notice the deadline. */
export async function sweepDeadlines(): Promise<void> {
  for (const approval of await overdueApprovals(database().db, { limit })) {
    if ((await expireApproval(approval)) === 'expired') await signalApproval(approval)
  }
}
