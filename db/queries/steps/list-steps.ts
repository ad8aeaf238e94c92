import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

type RunKey = { readonly workspaceId: WorkspaceId; readonly runId: RunId }

/** The steps of a run that stand in no loop, in the order of their mention, with the size of large outputs. */
export async function listStepRows(db: Database, key: RunKey) {
  return select(db, key, sql`strpos(${steps.path}, '[') = 0`, 10_000)
}

/** The steps inside of its loops, at most so many. */
export async function listInnerStepRows(
  db: Database,
  { limit, ...key }: RunKey & { readonly limit: number },
) {
  return select(db, key, sql`strpos(${steps.path}, '].') > 0 and ${steps.type} <> 'loop.item'`, limit)
}

/** The steps of one item of a loop, with what its agents did; not those of loops inside of it. */
export async function listStepRowsOfItem(db: Database, { item, ...key }: RunKey & { readonly item: string }) {
  const inside = sql`starts_with(${steps.parent}, ${`${item}.`}) and strpos(substr(${steps.path}, ${item.length + 1}), '[') = 0`
  return select(db, key, or(eq(steps.parent, item), inside), 2_000)
}

function select(db: Database, { workspaceId, runId }: RunKey, which: SQL | undefined, limit: number) {
  return db
    .select({ step: steps, artifactSize: artifacts.size })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), which))
    .orderBy(asc(steps.position), asc(steps.path))
    .limit(limit)
}

export type StepRowWithSize = Awaited<ReturnType<typeof listStepRows>>[number]
