import type { Database } from '../../client'
import { steps } from '../../schema/runs'

export type StepRecord = typeof steps.$inferInsert

/** Stores steps that are known whole, in one statement. Those stored already stay as they are. */
export async function recordStepRows(db: Database, records: readonly StepRecord[]): Promise<void> {
  if (records.length === 0) return
  await db
    .insert(steps)
    .values([...records])
    .onConflictDoNothing()
}
