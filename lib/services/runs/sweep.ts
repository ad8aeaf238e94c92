import 'server-only'
import { database } from '@/db/client'
import { markSignalled } from '@/db/queries/approvals/mark-signalled'
import { untakenCalls } from '@/db/queries/system/awaited-calls'
import { undispatchedRuns } from '@/db/queries/system/undispatched-runs'
import { overdueApprovals, unsignalledApprovals } from '@/db/queries/system/unsignalled-approvals'
import { unsignalledEffects } from '@/db/queries/system/unsignalled-effects'
import { untakenAnswers } from '@/db/queries/system/untaken-answers'
import { untoldCancels } from '@/db/queries/system/untold-cancels'
import { expireApproval } from '../approvals/expire-approval'
import { signalApproval } from '../approvals/signal-approval'
import { carrier } from './start/carrier'
import { tellCancelled } from './start/tell-cancelled'
import { tellRuntime } from './start/tell-runtime'

const limit = 200

/** A decision is told every second for so long, and after that now and then. */
const eagerMs = 30_000

/** Tells the runtime of runs that have their place and were not told, and of cancelled ones that it was not told of. */
export async function sweepRuns(): Promise<void> {
  await tellRuntime(await undispatchedRuns(database().db, { limit }))
  for (const run of await untoldCancels(database().db, { limit })) await tellCancelled(run)
}

/** Wakes runs whose approvals were decided, whose unknown outcomes were resolved or whose addresses were called, and that
 * were not told. */
export async function sweepSignals(round: number): Promise<void> {
  const { db } = database()
  const isPatientRound = round % 5 === 0
  for (const approval of await unsignalledApprovals(db, { limit })) {
    if (approval.runHasEnded) await markSignalled(db, approval)
    else if (approval.ageMs < eagerMs || isPatientRound) await signalApproval(approval)
  }
  for (const { effectId } of await unsignalledEffects(db, { limit })) await carrier()?.signal(effectId)
  for (const { callId } of await untakenCalls(db, { limit })) await carrier()?.signal(callId)
  for (const { questionId } of await untakenAnswers(db, { limit })) await carrier()?.signal(questionId)
}

/** Expires approvals whose runs did not notice the deadline. */
export async function sweepDeadlines(): Promise<void> {
  for (const approval of await overdueApprovals(database().db, { limit })) {
    if ((await expireApproval(approval)) === 'expired') await signalApproval(approval)
  }
}
