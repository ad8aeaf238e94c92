import { isNull, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

const rowsAStatement = 1_000

export type StepRecord = typeof steps.$inferInsert

/** Stores steps that are known whole, in one statement. Those that have ended already stay as they are. */
export async function recordStepRows(db: Database, records: readonly StepRecord[]): Promise<void> {
  // One statement may carry 65,535 values.
  for (let at = 0; at < records.length; at += rowsAStatement) {
    await record(db, records.slice(at, at + rowsAStatement))
  }
}

async function record(db: Database, records: readonly StepRecord[]): Promise<void> {
  await db
    .insert(steps)
    .values([...records])
    .onConflictDoUpdate({
      target: [steps.runId, steps.path],
      set: {
        status: sql`excluded.status`,
        exit: sql`excluded.exit`,
        output: sql`excluded.output`,
        artifactId: sql`excluded.artifact_id`,
        error: sql`excluded.error`,
        waitingFor: null,
        startedAt: sql`coalesce(${steps.startedAt}, excluded.started_at)`,
        endedAt: sql`excluded.ended_at`,
      },
      setWhere: isNull(steps.endedAt),
    })
}
