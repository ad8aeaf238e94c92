import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects, runs, steps } from '../../schema/runs'
import type { EffectRow } from './effect-row'

/**
 * What a run did outside. A retried run also shows what the runs before it did at the steps that it has: those calls
 * have the same keys and are not made again.
 */
export async function listEffectRows(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<EffectRow[]> {
  const origin = db.select({ id: runs.originRunId }).from(runs).where(eq(runs.id, runId))
  const chain = db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), inArray(runs.originRunId, origin)))
  const paths = db.select({ path: steps.path }).from(steps).where(eq(steps.runId, runId))
  return db
    .select()
    .from(effects)
    .where(
      and(
        eq(effects.workspaceId, workspaceId),
        or(eq(effects.runId, runId), and(inArray(effects.runId, chain), inArray(effects.stepPath, paths))),
      ),
    )
    .orderBy(asc(effects.intendedAt), asc(effects.id))
}
