import 'server-only'
import { type Database, database } from '@/db/client'
import type { ApprovalRow, DecisionRow } from '@/db/queries/approvals/approval-row'
import { insertDecision, listDecisions } from '@/db/queries/approvals/decisions'
import { findApproval } from '@/db/queries/approvals/find-approval'
import { lockApproval } from '@/db/queries/approvals/lock-approval'
import { settleApproval } from '@/db/queries/approvals/settle-approval'
import { touchRun } from '@/db/queries/runs/touch-run'
import type { ApprovalId } from '@/lib/core/ids'
import { storable } from '@/lib/core/storable'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { recordAudit } from '../audit/record-audit'
import { carrier } from '../runs/start/carrier'
import { toApprovalId } from '../runs/to-id'
import { announceRun } from '../runs/watch/announce-run'
import { verdictOn } from './approval-summary'
import { alreadyDecided, alreadyOver, conflict, forbidden } from './decision-refusals'
import { getApproval } from './get-approval'
import { loadDeciding } from './load-deciding'
import { signalApproval } from './signal-approval'

export type DecisionMade = {
  readonly decision: 'approve' | 'reject'
  readonly comment?: string | null | undefined
  /** Of what was shown: a decision about anything else is not taken. */
  readonly digest: string
}

/**
 * Takes a person's decision. It is committed before anything follows from it; of several that race, and of a decision
 * that races with the deadline, exactly one counts, and the others are told who decided. One ‘reject’ ends it; ‘approve’
 * ends it when the quorum is reached.
 */
export async function decideApproval(actor: Actor, id: string, made: DecisionMade): Promise<ApprovalView> {
  authorize(actor, 'approval.decide')
  const approvalId = toApprovalId(id)
  const known = await findApproval(database().db, { workspaceId: actor.workspaceId, approvalId })
  if (!known) throw notFound('approval')
  const { isSettled, wake } = await database().db.transaction(async (tx) => {
    // Sent together, done in this order: the run's lock comes first, as everywhere.
    const [, decided] = await Promise.all([
      touchRun(tx, { workspaceId: actor.workspaceId, runId: known.runId }),
      decide(tx, actor, approvalId, made),
    ])
    return decided
  })
  if (wake) wake()
  else if (isSettled) await signalApproval({ workspaceId: actor.workspaceId, approvalId })
  announceRun(known.runId)
  return getApproval(actor, id)
}

type Decided = { readonly isSettled: boolean; readonly wake?: (() => void) | null | undefined }

async function decide(
  tx: Database,
  actor: Actor,
  approvalId: ApprovalId,
  made: DecisionMade,
): Promise<Decided> {
  const { workspaceId } = actor
  // The run's lock is held: whoever else decides waits for it, so these may be asked for together.
  const [locked, earlier, deciding] = await Promise.all([
    lockApproval(tx, { workspaceId, approvalId }),
    listDecisions(tx, { workspaceId, approvalIds: [approvalId] }),
    loadDeciding(tx, workspaceId),
  ])
  if (!locked) throw notFound('approval')
  const { approval, isOverdue } = locked
  if (approval.status !== 'pending') throw alreadyOver(approval, earlier)
  if (isOverdue) throw conflict('The deadline of this approval has passed. Nothing was decided.')
  const verdict = verdictOn(approval, actor, deciding)
  if (!verdict.may) throw forbidden(verdict.why)
  if (earlier.some(({ userId }) => userId === actor.userId)) throw alreadyDecided()
  if (made.digest !== approval.digest) {
    throw conflict('What you were shown is not what would happen now. Reload the approval and look again.')
  }
  const comment = made.comment ? storable(made.comment.slice(0, 2_000)) : null
  const status = outcomeOf(approval, earlier, made.decision)
  const [, , , wake] = await Promise.all([
    insertDecision(tx, {
      approvalId,
      workspaceId,
      userId: actor.userId,
      userName: actor.name,
      decision: made.decision,
      comment,
      digest: made.digest,
      via: actor.via,
      selfConfirmed: verdict.isOwnRun,
    }),
    recordAudit(tx, actor, {
      action: `approval.${made.decision}`,
      subject: { type: 'approval', id: approvalId, name: approval.title },
      detail: { run: approval.runId, digest: made.digest, comment, selfConfirmed: verdict.isOwnRun },
    }),
    status && settleApproval(tx, { workspaceId, approvalId, status }),
    // The run that waits goes on with this very commit.
    status && carrier()?.signalWithin?.(tx, approvalId),
  ])
  return { isSettled: status !== null, wake }
}

function outcomeOf(
  approval: ApprovalRow,
  earlier: readonly DecisionRow[],
  decision: 'approve' | 'reject',
): 'approved' | 'rejected' | null {
  if (decision === 'reject') return 'rejected'
  const approving = earlier.filter((other) => other.decision === 'approve').length + 1
  return approving >= approval.quorum ? 'approved' : null
}
