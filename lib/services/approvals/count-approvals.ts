import 'server-only'
import { database } from '@/db/client'
import { listApprovalRows } from '@/db/queries/approvals/list-approvals'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { verdictOn } from './approval-summary'
import { decidedBy, loadDeciding } from './load-deciding'

/** The badge does not count further. */
const most = 1_000

/** How many approvals wait for this person. */
export async function countApprovals(actor: Actor): Promise<{ count: number }> {
  authorize(actor, 'approval.read')
  const { db } = database()
  const { workspaceId } = actor
  const [deciding, rows] = await Promise.all([
    loadDeciding(db, workspaceId),
    listApprovalRows(db, { workspaceId, statuses: ['pending'], limit: most }),
  ])
  const decided = await decidedBy(db, actor, rows)
  const mine = rows.filter(
    ({ approval }) => !decided.has(approval.id) && verdictOn(approval, actor, deciding).may,
  )
  return { count: mine.length }
}
