import { NonRetriableError, RetryAfterError } from 'inngest'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome, StepError } from '@/lib/engine/contract'
import { toStepError } from '@/lib/engine/to-step-error'
import { StaleAttempt } from '@/lib/services/ledger/stale-attempt'
import { log } from '@/lib/services/log'
import type { StepSettings } from '@/lib/workflow/settings'
import type { StepAnswer } from '@/lib/workflow/views/run-view'
import { askAfterFailure, takeAnswer } from './ask-after-failure'
import { beginStep } from './begin-step'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import { finishStep, type StepUsage } from './finish-step'
import { markStep } from './mark-step'
import { retryDelay } from './retry-delay'
import type { StepIdentity } from './step-row'
import { waitOut } from './wait-out'

export type Attempt = {
  readonly step: StepIdentity
  readonly isResumed: boolean
  /** Attempts in all. */
  readonly tries: number
  /** False: the body itself sees to it that the run is open and that what is pending is stored. */
  readonly begins?: boolean
  /** Makes ready what the step is given, which is stored when it begins. What it throws is the step's failure. */
  readonly input?: () => Promise<Json>
  readonly backoff?: StepSettings['backoff']
  /** May put the next try off further than asked. */
  readonly putOff?: (delayMs: number) => Promise<number>
  /** What a person is offered when it fails for good; left out, nobody is asked. */
  readonly asks?: readonly StepAnswer[] | undefined
  /** The connection that it uses: refused by its service, the step waits until it is connected again. */
  readonly pausesFor?: ConnectionId | undefined
  readonly onFailure?: (error: HandrailError) => Promise<void>
}

/**
 * One attempt at a step: notes that it begins, performs it, and turns what is thrown into a retry by the runtime or, at
 * the last try, into a recorded outcome. Nothing that belongs to the run leaves as a thrown error. A step that asked a
 * person after a failure takes the answer first: `again` is passed to the body, all else ends it.
 */
export async function attemptStep(
  execution: Execution,
  attempt: Attempt,
  body: (answer?: 'again') => Promise<Memo>,
): Promise<Memo> {
  const { step } = attempt
  try {
    const mayHaveAsked = attempt.asks !== undefined || attempt.pausesFor !== undefined
    const answered = mayHaveAsked && attempt.isResumed ? await takeAnswer(execution, step) : undefined
    if (answered && 'memo' in answered) return answered.memo
    const answer = answered?.answer
    const { begins = true } = attempt
    const given = await attempt.input?.().then(
      (input) => ({ input }),
      (error: unknown) => ({ error }),
    )
    const beginning = {
      isResumed: attempt.isResumed && answer !== 'again',
      input: given && 'input' in given ? given.input : undefined,
    }
    if (begins && !(await beginStep(execution, step, beginning))) return { state: 'ended' }
    if (given && 'error' in given) throw given.error
    return await body(answer)
  } catch (error) {
    if (error instanceof NonRetriableError) throw error
    if (error instanceof StaleAttempt) throw new RetryAfterError(error.message, 5_000)
    waitOut(error)
    return settleFailure(execution, attempt, error)
  }
}

async function settleFailure(execution: Execution, attempt: Attempt, error: unknown): Promise<Memo> {
  const { path, title } = attempt.step
  const stepError = toStepError(error)
  if (!(error instanceof HandrailError)) {
    log().error({ err: error, runId: execution.run.id, path }, 'a step broke')
  }
  const isLastTry = execution.attempt + 1 >= attempt.tries
  if (stepError.retry !== 'no' && !isLastTry) {
    const wanted = retryDelay(execution.attempt, error, attempt.backoff)
    const delayMs = (await attempt.putOff?.(wanted)) ?? wanted
    await markStep(execution, {
      path,
      waitingFor: retryNote(execution.attempt, attempt.tries, delayMs, stepError),
    })
    throw new RetryAfterError(stepError.message, delayMs)
  }
  if (error instanceof HandrailError) {
    log().info({ err: error, detail: error.detail, runId: execution.run.id, path, title }, 'a step failed')
    await attempt.onFailure?.(error)
  }
  return failStep(execution, attempt, stepError)
}

/** A step has failed for good: a person is asked what to do, or that is its outcome. */
export async function failStep(
  execution: Execution,
  { step, asks, pausesFor }: Pick<Attempt, 'step' | 'asks' | 'pausesFor'>,
  error: StepError,
  usage?: StepUsage,
): Promise<Memo> {
  if (error.code === 'reconnect' && pausesFor) {
    const choices = asks ?? (['again', 'skip', 'stop'] as const)
    return askAfterFailure(execution, { step, error, choices, connectionId: pausesFor })
  }
  if (asks) return askAfterFailure(execution, { step, error, choices: asks })
  const outcome: Outcome = { status: 'failed', error }
  return finishStep(execution, step.path, outcome, usage ? { usage } : {})
}

function retryNote(attempt: number, tries: number, delayMs: number, error: StepError): string {
  const seconds = Math.max(1, Math.round(delayMs / 1_000))
  return `try ${attempt + 2} of ${tries} in ${seconds} s, because: ${error.message}`.slice(0, 1_000)
}
