import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ConnectionId, QuestionId, RunId, UserId, WorkspaceId } from '../../../lib/core/ids'
import type { StepAnswer } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'
import { questions } from '../../schema/runs'

export type QuestionRow = typeof questions.$inferSelect

/** Notes that a failed step asks a person. */
export async function insertQuestion(db: Database, question: typeof questions.$inferInsert): Promise<void> {
  await db.insert(questions).values(question)
}

/** What a step asked last. */
export async function findLatestQuestion(
  db: Database,
  {
    workspaceId,
    runId,
    path,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly path: string },
): Promise<QuestionRow | undefined> {
  const [row] = await db
    .select()
    .from(questions)
    .where(
      and(eq(questions.workspaceId, workspaceId), eq(questions.runId, runId), eq(questions.stepPath, path)),
    )
    .orderBy(desc(questions.round))
    .limit(1)
  return row
}

/** Everything that the steps of a run ask and nobody has answered. */
export async function listOpenQuestions(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<QuestionRow[]> {
  return db
    .select()
    .from(questions)
    .where(and(eq(questions.workspaceId, workspaceId), eq(questions.runId, runId), isNull(questions.answer)))
}

/** Stores the first answer. False: there was one. */
export async function answerQuestion(
  db: Database,
  {
    workspaceId,
    questionId,
    answer,
    userId,
  }: {
    readonly workspaceId: WorkspaceId
    readonly questionId: QuestionId
    readonly answer: StepAnswer
    readonly userId: UserId
  },
): Promise<boolean> {
  const rows = await db
    .update(questions)
    .set({ answer, answeredBy: userId, answeredAt: sql`clock_timestamp()` })
    .where(
      and(eq(questions.workspaceId, workspaceId), eq(questions.id, questionId), isNull(questions.answer)),
    )
    .returning({ id: questions.id })
  return rows.length === 1
}

/** Lets every step that waits for this connection try again. Gives the questions that were answered, with their runs. */
export async function answerForConnection(
  db: Database,
  {
    workspaceId,
    connectionId,
    userId,
  }: {
    readonly workspaceId: WorkspaceId
    readonly connectionId: ConnectionId
    readonly userId: UserId
  },
): Promise<{ id: QuestionId; runId: RunId }[]> {
  return db
    .update(questions)
    .set({ answer: 'again', answeredBy: userId, answeredAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(questions.workspaceId, workspaceId),
        eq(questions.connectionId, connectionId),
        isNull(questions.answer),
      ),
    )
    .returning({ id: questions.id, runId: questions.runId })
}

/** The waiting step has its answer. */
export async function markTaken(
  db: Database,
  { workspaceId, questionId }: { readonly workspaceId: WorkspaceId; readonly questionId: QuestionId },
): Promise<void> {
  await db
    .update(questions)
    .set({ takenAt: sql`now()` })
    .where(
      and(eq(questions.workspaceId, workspaceId), eq(questions.id, questionId), isNull(questions.takenAt)),
    )
}
