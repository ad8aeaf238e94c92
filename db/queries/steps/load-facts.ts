import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

/** Which steps: all parts of these (null: those that are a part of nothing), and these. */
export type FactFilter = {
  readonly partsOf: readonly (string | null)[]
  readonly paths?: readonly string[]
}

/** How ended steps of a run ended, with their outputs wherever those are stored, and what its agents do: in one query. */
export async function loadFactRows(
  db: Database,
  {
    workspaceId,
    runId,
    partsOf,
    paths = [],
  }: FactFilter & { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  const parents = partsOf.filter((parent) => parent !== null)
  return db
    .select({
      path: steps.path,
      parent: steps.parent,
      attempt: steps.attempt,
      status: steps.status,
      wonBy: steps.wonBy,
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
        or(isNotNull(steps.endedAt), eq(steps.type, 'agent'), isNotNull(steps.wonBy)),
        or(
          partsOf.includes(null) ? isNull(steps.parent) : undefined,
          parents.length > 0 ? inArray(steps.parent, parents) : undefined,
          paths.length > 0 ? inArray(steps.path, [...paths]) : undefined,
        ),
      ),
    )
    .prepare('load_facts')
    .execute()
}

export type FactRow = Awaited<ReturnType<typeof loadFactRows>>[number]
