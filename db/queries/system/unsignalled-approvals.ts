import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { approvals, runs } from '../../schema/runs'

/** Decisions whose waiting runs have not been told. One that was just made is left to the process that took it. */
export async function unsignalledApprovals(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({
      approvalId: approvals.id,
      workspaceId: approvals.workspaceId,
      runHasEnded: sql<boolean>`${runs.endedAt} is not null`,
      ageMs: sql<number>`(extract(epoch from clock_timestamp() - ${approvals.decidedAt}) * 1000)::float8`,
    })
    .from(approvals)
    .innerJoin(runs, eq(runs.id, approvals.runId))
    .where(
      and(
        isNotNull(approvals.decidedAt),
        isNull(approvals.signalledAt),
        lt(approvals.decidedAt, sql`now() - interval '300 milliseconds'`),
      ),
    )
    .orderBy(asc(approvals.decidedAt))
    .limit(limit)
}

/** Approvals whose deadline has passed and that nobody has expired. */
export async function overdueApprovals(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ approvalId: approvals.id, workspaceId: approvals.workspaceId, runId: approvals.runId })
    .from(approvals)
    .where(and(eq(approvals.status, 'pending'), lt(approvals.deadline, sql`now() - interval '2 seconds'`)))
    .orderBy(asc(approvals.deadline))
    .limit(limit)
}
