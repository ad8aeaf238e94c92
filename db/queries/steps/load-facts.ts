import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

/** How every ended step of a run ended, with its output wherever that is stored, and what its agents do: in one query. */
export async function loadFactRows(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  return db
    .select({
      path: steps.path,
      parent: steps.parent,
      attempt: steps.attempt,
      status: steps.status,
      exit: steps.exit,
      output: steps.output,
      error: steps.error,
      body: artifacts.body,
      tokensIn: steps.tokensIn,
      tokensOut: steps.tokensOut,
      cost: steps.cost,
      endedAt: steps.endedAt,
      /** What an agent was told to do. */
      task: sql<Json | null>`case when ${steps.type} = 'agent' then ${steps.input} end`,
    })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        eq(steps.runId, runId),
        or(isNotNull(steps.endedAt), eq(steps.type, 'agent')),
      ),
    )
    .prepare('load_facts')
    .execute()
}

export type FactRow = Awaited<ReturnType<typeof loadFactRows>>[number]
