import type { Database } from '../../client'
import { steps } from '../../schema/runs'
import type { NewStep } from './begin-step'

/** Notes that an item of a loop is under way; one that was noted stays as it is. */
export async function beginItemRow(db: Database, item: NewStep): Promise<void> {
  await db
    .insert(steps)
    .values({ ...item, status: 'running', attempt: 1, startedAt: new Date() })
    .onConflictDoNothing()
}
