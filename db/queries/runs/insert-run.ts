import type { Database } from '../../client'
import { runs } from '../../schema/runs'

export type NewRun = typeof runs.$inferInsert

/** Stores a run. Answers false when a run of that id is stored already. */
export async function insertRun(db: Database, run: NewRun): Promise<boolean> {
  const rows = await db
    .insert(runs)
    .values(run)
    .onConflictDoNothing()
    .returning({ id: runs.id })
    .prepare('insert_run')
    .execute()
  return rows.length === 1
}
