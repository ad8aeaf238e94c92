import { HandrailError } from '@/lib/core/errors'

const firstMs = 1_000
const longestMs = 60_000

/** How long to wait before the next try: what the far side said, else twice as long each time, with some chance in it. */
export function retryDelay(attempt: number, error: unknown): number {
  const said = error instanceof HandrailError ? error.retryAfterMs : undefined
  if (said !== undefined) return Math.min(Math.max(said, firstMs), 24 * 60 * 60 * 1_000)
  return Math.min(firstMs * 2 ** attempt, longestMs) * (1 + Math.random() / 4)
}
