import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import type { StepSettings } from '@/lib/workflow/settings'

const firstMs = 1_000
const longestMs = 60_000
const longestSaidMs = 24 * 60 * 60 * 1_000

/**
 * How long to wait before the next try, counted from 0: never less than the far side said; else as the step says, or a
 * second that doubles up to a minute, with some chance in it.
 */
export function retryDelay(attempt: number, error: unknown, backoff?: StepSettings['backoff']): number {
  const said = error instanceof HandrailError ? (error.retryAfterMs ?? 0) : 0
  const own = backoff ? chosenDelay(attempt, backoff) : undefined
  if (said > 0) return Math.min(Math.max(said, own ?? firstMs), longestSaidMs)
  return own ?? Math.min(firstMs * 2 ** attempt, longestMs) * (1 + Math.random() / 4)
}

function chosenDelay(attempt: number, { wait, growth }: NonNullable<StepSettings['backoff']>): number {
  const ms = Math.max(durationMs(wait) ?? firstMs, firstMs)
  return Math.min(growth === 'double' ? ms * 2 ** attempt : ms, longestSaidMs)
}
