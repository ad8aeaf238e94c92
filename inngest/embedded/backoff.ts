import type { Due } from '@/db/queries/system/runner/schedule-work'

const second = 1000
const day = 86_400_000

/** How long to wait before the attempt that follows attempt `attempt` (the first is 0): 30 s, 1 m, 2 m … 24 h. */
export function backoff(attempt: number): number {
  return Math.min(30 * second * 2 ** attempt, day)
}

/** Reads `Retry-After`: seconds or a date. Kept between a second and a day, as the server does. */
export function readRetryAfter(header: string | undefined): Due | null {
  if (header === undefined) return null
  if (/^\d+$/.test(header)) return { in: Math.min(Math.max(Number(header) * second, second), day) }
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : { at }
}
