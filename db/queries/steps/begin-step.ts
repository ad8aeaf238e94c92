import { sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

export type NewStep = Omit<typeof steps.$inferInsert, 'status' | 'attempt'>

/**
 * Notes that an attempt at a step begins, or that one goes on after a wait. Answers the attempt's number, counted from 1, or null when the step has ended:
 * what is stored stands.
 */
export async function beginStepRow(db: Database, step: NewStep, isResumed: boolean): Promise<number | null> {
  const [row] = await db
    .insert(steps)
    .values({ ...step, status: 'running', attempt: 1, startedAt: new Date() })
    .onConflictDoUpdate({
      target: [steps.runId, steps.path],
      set: {
        status: 'running',
        attempt: isResumed ? sql`${steps.attempt}` : sql`${steps.attempt} + 1`,
        waitingFor: null,
        ...(step.input === undefined ? {} : { input: step.input }),
      },
      setWhere: sql`${steps.endedAt} is null`,
    })
    .returning({ attempt: steps.attempt })
    .prepare('begin_step')
    .execute()
  return row?.attempt ?? null
}
