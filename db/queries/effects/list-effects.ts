import { and, asc, eq, inArray, lte, or, type SQL } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects, runs, steps } from '../../schema/runs'
import type { EffectRow } from './effect-row'

type OfRun = { readonly workspaceId: WorkspaceId; readonly runId: RunId }

/**
 * What a run did outside. A retried run also shows what the runs before it did at the steps that it has: those calls
 * have the same keys and are not made again.
 */
export async function listEffectRows(db: Database, ofRun: OfRun): Promise<EffectRow[]> {
  return db.select().from(effects).where(doneIn(db, ofRun)).orderBy(asc(effects.intendedAt), asc(effects.id))
}

/** As a condition: the effect belongs to the run, or to an earlier one of its chain at a step that it has. */
export function doneIn(db: Database, { workspaceId, runId }: OfRun): SQL | undefined {
  const origin = db.select({ id: runs.originRunId }).from(runs).where(eq(runs.id, runId))
  const madeAt = db.select({ at: runs.createdAt }).from(runs).where(eq(runs.id, runId))
  const chain = db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(eq(runs.workspaceId, workspaceId), inArray(runs.originRunId, origin), lte(runs.createdAt, madeAt)),
    )
  const paths = db.select({ path: steps.path }).from(steps).where(eq(steps.runId, runId))
  return and(
    eq(effects.workspaceId, workspaceId),
    or(eq(effects.runId, runId), and(inArray(effects.runId, chain), inArray(effects.stepPath, paths))),
  )
}
