import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { markStepRow } from '@/db/queries/steps/mark-step'
import { findLatestQuestion, insertQuestion, markTaken, type QuestionRow } from '@/db/queries/steps/questions'
import type { ConnectionId, QuestionId } from '@/lib/core/ids'
import type { StepError } from '@/lib/engine/contract'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import type { StepSettings } from '@/lib/workflow/settings'
import type { StepAnswer } from '@/lib/workflow/views/run-view'
import { touchOpenRun } from './begin-step'
import { deriveStatus } from './derive-status'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import { finishStep, finishStepEarly } from './finish-step'
import type { StepIdentity } from './step-row'

/** What is offered to a person when a step with these settings fails. */
export function asksOf(settings: StepSettings | undefined): readonly StepAnswer[] | undefined {
  return settings?.onError === 'ask' ? ['again', 'skip', 'stop'] : undefined
}

/** A step may ask so often: after that, its failure stands. */
const mostRounds = 50

type Asking = {
  readonly step: StepIdentity
  readonly error: StepError
  readonly choices: readonly StepAnswer[]
  /** The connection that has to be connected again: doing so is the answer `again`. */
  readonly connectionId?: ConnectionId | undefined
}

/** Lets a failed step wait for a person who says what to do. */
export async function askAfterFailure(
  execution: Execution,
  { step, error, choices, connectionId }: Asking,
): Promise<Memo> {
  const id = newId<QuestionId>('qst')
  const { scope } = execution
  const asked = await database().db.transaction(async (tx) => {
    await touchOpenRun(tx, execution)
    const latest = await findLatestQuestion(tx, { ...scope, path: step.path })
    // The same failure, told by an attempt that was repeated.
    if (latest && latest.answer === null) return latest.id
    const round = latest ? latest.round + 1 : 0
    if (round >= mostRounds) return null
    await insertQuestion(tx, {
      id,
      ...scope,
      stepPath: step.path,
      round,
      error,
      choices: [...choices],
      connectionId,
    })
    await markStepRow(tx, {
      ...scope,
      path: step.path,
      status: 'waiting',
      waitingFor:
        `${connectionId ? 'its connection to be connected again' : 'a person, because it failed'}: ${error.message}`.slice(
          0,
          1_000,
        ),
    })
    await deriveStatus(tx, execution, step.path)
    return id
  })
  announceRun(execution.run.id)
  if (asked === null) return finishStep(execution, step.path, { status: 'failed', error })
  return { state: 'waits', signal: asked, until: null }
}

type Taken = { readonly answer: 'again' } | { readonly memo: Memo }

/** What a person said to the step's last failure: it ends the step, or the step is tried again. */
export async function takeAnswer(execution: Execution, { path }: StepIdentity): Promise<Taken | undefined> {
  const { db } = database()
  const question = await findLatestQuestion(db, { ...execution.scope, path })
  if (!question) return undefined
  if (question.answer === null) return { memo: { state: 'waits', signal: question.id, until: null } }
  const taken = await settle(execution, path, question)
  await markTaken(db, { workspaceId: execution.scope.workspaceId, questionId: question.id })
  return taken
}

async function settle(execution: Execution, path: string, { answer, error }: QuestionRow): Promise<Taken> {
  if (answer === 'again' || answer === 'happened') return { answer: 'again' }
  if (answer === 'skip')
    return { memo: await finishStepEarly(execution, { path, outcome: { status: 'skipped' } }) }
  return { memo: await finishStepEarly(execution, { path, outcome: { status: 'failed', error } }) }
}
