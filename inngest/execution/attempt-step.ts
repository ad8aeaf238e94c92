import { NonRetriableError, RetryAfterError } from 'inngest'
import { isOutage } from '@/db/is-outage'
import { HandrailError } from '@/lib/core/errors'
import type { Outcome, StepError } from '@/lib/engine/contract'
import { toStepError } from '@/lib/engine/to-step-error'
import { StaleAttempt } from '@/lib/services/ledger/stale-attempt'
import { log } from '@/lib/services/log'
import type { StepSettings } from '@/lib/workflow/settings'
import { beginStep } from './begin-step'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import { finishStep } from './finish-step'
import { markStep } from './mark-step'
import { retryDelay } from './retry-delay'
import type { StepIdentity } from './step-row'

export type Attempt = {
  readonly step: StepIdentity
  readonly isResumed: boolean
  /** Attempts in all. */
  readonly tries: number
  /** False: the body itself sees to it that the run is open and that what is pending is stored. */
  readonly begins?: boolean
  readonly backoff?: StepSettings['backoff']
  /** May put the next try off further than asked. */
  readonly putOff?: (delayMs: number) => Promise<number>
  readonly onFailure?: (error: HandrailError) => Promise<void>
}

/**
 * One attempt at a step: notes that it begins, performs it, and turns what is thrown into a retry by the runtime or, at
 * the last try, into a recorded outcome. Nothing that belongs to the run leaves as a thrown error.
 */
export async function attemptStep(
  execution: Execution,
  attempt: Attempt,
  body: () => Promise<Memo>,
): Promise<Memo> {
  const { step } = attempt
  try {
    const { begins = true } = attempt
    if (begins && !(await beginStep(execution, step, attempt.isResumed))) return { state: 'ended' }
    return await body()
  } catch (error) {
    if (error instanceof NonRetriableError) throw error
    if (error instanceof StaleAttempt) throw new RetryAfterError(error.message, 5_000)
    if (isOutage(error)) throw new RetryAfterError('The database cannot be reached.', 2_000, { cause: error })
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
  const outcome: Outcome = { status: 'failed', error: stepError }
  return finishStep(execution, path, outcome)
}

function retryNote(attempt: number, tries: number, delayMs: number, error: StepError): string {
  const seconds = Math.max(1, Math.round(delayMs / 1_000))
  return `try ${attempt + 2} of ${tries} in ${seconds} s, because: ${error.message}`.slice(0, 1_000)
}
