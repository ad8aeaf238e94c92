import 'server-only'
import { database } from '@/db/client'
import { listDecisions } from '@/db/queries/approvals/decisions'
import { listApprovalRows } from '@/db/queries/approvals/list-approvals'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { toApprovalId } from '../runs/to-id'
import { toApprovalSummary } from './approval-summary'
import { loadDeciding } from './load-deciding'

/** An approval opened: exactly what would happen, and who has decided. Reading never decides. */
export async function getApproval(actor: Actor, id: string): Promise<ApprovalView> {
  authorize(actor, 'approval.read')
  const { db } = database()
  const { workspaceId } = actor
  const approvalId = toApprovalId(id)
  const [deciding, [row], decisions] = await Promise.all([
    loadDeciding(db, workspaceId),
    listApprovalRows(db, { workspaceId, approvalId, limit: 1 }),
    listDecisions(db, { workspaceId, approvalIds: [approvalId] }),
  ])
  if (!row) throw notFound('approval')
  const { approval } = row
  const own = decisions.filter(({ userId }) => userId === actor.userId)
  const decided = new Set(own.map((decision) => decision.approvalId))
  return {
    ...toApprovalSummary(row, actor, { ...deciding, decided }),
    message: approval.message,
    covers: [...approval.covers],
    notCovered: [...approval.notCovered],
    digest: approval.digest,
    decisions: decisions.map((decision) => ({
      by: { id: decision.userId, name: decision.userName },
      decision: decision.decision,
      comment: decision.comment,
      at: decision.createdAt.toISOString(),
      selfConfirmed: decision.selfConfirmed,
    })),
  }
}
