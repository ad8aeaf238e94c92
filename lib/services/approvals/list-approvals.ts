import 'server-only'
import { database } from '@/db/client'
import { listApprovalRows } from '@/db/queries/approvals/list-approvals'
import { decodeCursor, toPage } from '@/db/queries/page'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import { toApprovalSummary } from './approval-summary'
import { decidedBy, loadDeciding } from './load-deciding'

export type ApprovalListing = {
  readonly status?: readonly ApprovalSummary['status'][] | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** The approvals of the workspace, newest first, each saying whether the reader may decide it. */
export async function listApprovals(
  actor: Actor,
  listing: ApprovalListing = {},
): Promise<Page<ApprovalSummary>> {
  authorize(actor, 'approval.read')
  const { db } = database()
  const limit = Math.min(Math.max(listing.limit ?? 30, 1), 100)
  const [deciding, rows] = await Promise.all([
    loadDeciding(db, actor.workspaceId),
    listApprovalRows(db, {
      workspaceId: actor.workspaceId,
      ...(listing.status?.length ? { statuses: listing.status } : {}),
      ...(listing.cursor === undefined ? {} : { cursor: decodeCursor(listing.cursor) }),
      limit: limit + 1,
    }),
  ])
  const decided = await decidedBy(db, actor, rows)
  return toPage(rows, {
    limit,
    cursorOf: ({ approval }) => ({ at: approval.createdAt, id: approval.id }),
    view: (row) => toApprovalSummary(row, actor, { ...deciding, decided }),
  })
}
