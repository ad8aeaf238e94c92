import 'server-only'
import type { Database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { listDecisions } from '@/db/queries/approvals/decisions'
import { findPolicy } from '@/db/queries/approvals/find-policy'
import { listDeciders } from '@/db/queries/approvals/list-deciders'
import type { WorkspaceId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import type { Deciding } from './approval-summary'

/** Who could decide in this workspace now, and whether on their own runs. */
export async function loadDeciding(db: Database, workspaceId: WorkspaceId): Promise<Deciding> {
  const [everyone, policy] = await Promise.all([
    listDeciders(db, { workspaceId }),
    findPolicy(db, { workspaceId }),
  ])
  return { everyone, selfApproval: policy?.selfApproval ?? false }
}

/** Of these approvals, those that this person has decided already, and that wait for others. */
export async function decidedBy(
  db: Database,
  actor: Actor,
  rows: readonly { readonly approval: ApprovalRow }[],
): Promise<ReadonlySet<string>> {
  const shared = rows.filter(({ approval }) => approval.status === 'pending' && approval.quorum > 1)
  const decisions = await listDecisions(db, {
    workspaceId: actor.workspaceId,
    approvalIds: shared.map(({ approval }) => approval.id),
  })
  return new Set(decisions.filter(({ userId }) => userId === actor.userId).map((one) => one.approvalId))
}
