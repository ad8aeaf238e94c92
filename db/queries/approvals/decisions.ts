import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ApprovalId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { decisions } from '../../schema/runs'
import type { DecisionRow } from './approval-row'

/** Adds a person's decision. False: this person has decided this approval already. */
export async function insertDecision(
  db: Database,
  decision: typeof decisions.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(decisions)
    .values(decision)
    .onConflictDoNothing()
    .returning({ userId: decisions.userId })
  return rows.length === 1
}

export async function listDecisions(
  db: Database,
  {
    workspaceId,
    approvalIds,
  }: { readonly workspaceId: WorkspaceId; readonly approvalIds: readonly ApprovalId[] },
): Promise<DecisionRow[]> {
  if (approvalIds.length === 0) return []
  return db
    .select()
    .from(decisions)
    .where(and(eq(decisions.workspaceId, workspaceId), inArray(decisions.approvalId, [...approvalIds])))
    .orderBy(asc(decisions.createdAt), asc(decisions.userId))
}
