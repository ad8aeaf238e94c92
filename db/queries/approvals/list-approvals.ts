import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { approvals } from '../../schema/runs'
import { workflows } from '../../schema/workflows'
import type { Cursor } from '../page'
import type { ApprovalRow } from './approval-row'

export type ApprovalFilter = {
  readonly workspaceId: WorkspaceId
  readonly approvalId?: ApprovalId
  readonly statuses?: readonly ApprovalRow['status'][]
  readonly cursor?: Cursor
  readonly limit: number
}

/** Approvals of a workspace, newest first, with the names that a list shows. */
export async function listApprovalRows(db: Database, filter: ApprovalFilter) {
  const { workspaceId, approvalId, statuses, cursor, limit } = filter
  return db
    .select({ approval: approvals, workflowName: workflows.name, startedByName: users.name })
    .from(approvals)
    .leftJoin(workflows, eq(workflows.id, approvals.workflowId))
    .leftJoin(users, eq(users.id, approvals.startedBy))
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        approvalId ? eq(approvals.id, approvalId) : undefined,
        statuses?.length ? inArray(approvals.status, [...statuses]) : undefined,
        cursor
          ? sql`(${approvals.createdAt}, ${approvals.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(approvals.createdAt), desc(approvals.id))
    .limit(limit)
}

export type ApprovalListRow = Awaited<ReturnType<typeof listApprovalRows>>[number]
