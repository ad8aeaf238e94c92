import { and, desc, eq, sql } from 'drizzle-orm'
import type { ConnectionId, RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects, runs } from '../../schema/runs'
import { workflows } from '../../schema/workflows'
import type { Cursor } from '../page'
import { doneIn } from './list-effects'

export type LedgerPart = {
  readonly workspaceId: WorkspaceId
  /** Everything that one connection sent, or everything that one run did. */
  readonly of: { readonly connectionId: ConnectionId } | { readonly runId: RunId }
  readonly before: Cursor | null
  readonly limit: number
}

/** The ledger of a connection or a run, the newest intent first, each with the run that made it. */
export async function listLedgerRows(db: Database, { workspaceId, of, before, limit }: LedgerPart) {
  return db
    .select({ effect: effects, workflowId: runs.workflowId, workflowName: workflows.name })
    .from(effects)
    .innerJoin(runs, eq(runs.id, effects.runId))
    .leftJoin(workflows, eq(workflows.id, runs.workflowId))
    .where(
      and(
        eq(effects.workspaceId, workspaceId),
        'runId' in of
          ? doneIn(db, { workspaceId, runId: of.runId })
          : eq(effects.connectionId, of.connectionId),
        before
          ? sql`(${effects.intendedAt}, ${effects.id}) < (${before.at.toISOString()}::timestamptz, ${before.id})`
          : undefined,
      ),
    )
    .orderBy(desc(effects.intendedAt), desc(effects.id))
    .limit(limit)
}

export type LedgerRow = Awaited<ReturnType<typeof listLedgerRows>>[number]
