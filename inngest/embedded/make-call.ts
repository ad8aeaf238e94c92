import { z } from 'zod'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import type { RunState } from '@/db/queries/system/runner/load-runs'
import { type Lease, underLease } from './current-lease'
import type { RunnerEvent } from './event'
import { limits, tooManySteps, tooMuchState } from './limits'
import type { Answer } from './read-answer'
import type { RunnerParts } from './runner-parts'
import type { CallBody, Sdk } from './sdk'
import { type Call, settleAnswer } from './settle-answer'
import type { CallBooks } from './step-books'

type Calling = {
  readonly sdk: Sdk
  readonly job: LeasedJob
  readonly run: RunState
  readonly books: CallBooks | undefined
  isGivenBack(): boolean
  readonly goAway: Lease['goAway']
}

const endedSteps = z.array(
  z.object({ hash: z.string(), data: z.unknown().optional(), error: z.unknown().optional() }),
)
const triggers = z.tuple([z.custom<RunnerEvent>()], z.unknown())

/** Calls a function, or one planned step of it, and books the answer. */
export async function makeCall(
  parts: RunnerParts,
  { sdk, job, run, books, isGivenBack, goAway }: Calling,
): Promise<void> {
  const steps = endedSteps.parse(JSON.parse(run.steps))
  const [trigger] = triggers.parse(run.events)
  const maxAttempts = parts.catalog().attemptsOf(run.functionId)
  const call: Call = { job, functionId: run.functionId, trigger, knownSteps: steps.length, maxAttempts }
  const answer = overLimit(run, steps.length) ?? (await ask())
  if (books?.isOver()) {
    if (books.isFollowed()) parts.wake()
    return
  }
  if (!isGivenBack()) await settleAnswer(parts, call, answer)

  async function ask(): Promise<Answer> {
    return await underLease({ jobId: job.id, token: job.token, books, goAway }, () =>
      sdk.call({ functionId: run.functionId, step: job.step }, toBody()),
    )
  }

  function toBody(): CallBody {
    return {
      version: 2,
      event: trigger,
      events: run.events,
      steps: Object.fromEntries(
        steps.map(({ hash, data, error }) => [
          hash,
          error === null || error === undefined
            ? { type: 'data' as const, data: data ?? null }
            : { type: 'error' as const, error },
        ]),
      ),
      ctx: {
        run_id: run.id,
        fn_id: run.functionId,
        attempt: job.attempt,
        max_attempts: maxAttempts,
        disable_immediate_execution: run.forcePlan,
        use_api: false,
        qi_id: `${job.id}|${job.token}`,
        stack: { stack: steps.map(({ hash }) => hash), current: steps.length - 1 },
      },
    }
  }
}

function overLimit(run: RunState, steps: number): Answer | null {
  const error =
    steps > limits.stepsPerRun ? tooManySteps : run.steps.length > limits.stateBytes ? tooMuchState : null
  return error && { kind: 'threw', error, retry: false, retryAfter: null }
}
