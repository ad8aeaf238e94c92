import { isNull, sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'
import type { NewStep } from './begin-step'

/** Notes which input a step goes on with. False: one was noted before, and stands. */
export async function recordWinner(
  db: Database,
  step: NewStep & { readonly wonBy: string },
): Promise<boolean> {
  const rows = await db
    .insert(steps)
    .values({ ...step, status: 'queued' })
    .onConflictDoUpdate({
      target: [steps.runId, steps.path],
      set: { wonBy: step.wonBy },
      setWhere: isNull(steps.wonBy),
    })
    .returning({ path: steps.path })
  return rows.length === 1
}

/** Ends these steps, and all that are parts of them, as cancelled, unless they have ended. The caller holds the run's lock. */
export async function callOffSteps(
  db: Database,
  {
    workspaceId,
    runId,
    rows,
    paths,
  }: {
    readonly workspaceId: WorkspaceId
    readonly runId: RunId
    /** The steps as they are noted when they were under way and not stored yet. */
    readonly rows: readonly NewStep[]
    readonly paths: readonly string[]
  },
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insert(steps)
    .values(rows.map((row) => ({ ...row, status: 'queued' as const })))
    .onConflictDoNothing()
  await db.execute(sql`
    update steps set status = 'cancelled', waiting_for = null, ended_at = now()
    from json_array_elements_text(${JSON.stringify(paths)}::json) as branch(path)
    where steps.run_id = ${runId} and steps.workspace_id = ${workspaceId} and steps.ended_at is null
      and (steps.path = branch.path or starts_with(steps.path, branch.path || '[')
        or starts_with(steps.path, branch.path || '.'))`)
}
