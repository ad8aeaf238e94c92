import 'server-only'
import { HandrailError } from '@/lib/core/errors'
import { log } from '@/lib/services/log'
import type { WrittenAnswer } from './answer-webhook'
import { problemHeaders, toProblem } from './problem'

/** Answers a call from outside that could not be taken, with the time after which it may be tried again. */
export function refuseCaller(error: unknown, requestId: string): WrittenAnswer {
  const known = error instanceof HandrailError ? error : undefined
  if (!known) log().error({ requestId, err: error }, 'A call from outside failed in Handrail')
  const afterMs = known?.retryAfterMs
  const problem = toProblem(error, requestId)
  return {
    status: problem.status,
    headers: {
      ...problemHeaders(problem),
      ...(afterMs === undefined ? {} : { 'retry-after': String(Math.ceil(afterMs / 1_000)) }),
    },
    body: JSON.stringify(problem),
  }
}
