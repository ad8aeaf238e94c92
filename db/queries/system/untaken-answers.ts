import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { questions, runs } from '../../schema/runs'

/** Answers to failed steps that have not reached them, in runs that go on. */
export async function untakenAnswers(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ questionId: questions.id })
    .from(questions)
    .innerJoin(runs, eq(runs.id, questions.runId))
    .where(
      and(
        isNotNull(questions.answeredAt),
        isNull(questions.takenAt),
        isNull(runs.endedAt),
        lt(questions.answeredAt, sql`now() - interval '300 milliseconds'`),
      ),
    )
    .limit(limit)
}
