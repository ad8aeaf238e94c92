type HeaderReader = { get(name: string): string | null }

/** The longest wait that is believed: a wrong clock on the far side should not park a run for days. */
const longest = 60 * 60 * 1000

/**
 * How long the far side asks to wait, in milliseconds: `Retry-After` as seconds or a date, `retry-after-ms`, or
 * the moment at which an exhausted limit starts anew (`x-ratelimit-reset`).
 */
export function retryAfterOf(headers: HeaderReader, now: number): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (milliseconds >= 0) return Math.min(milliseconds, longest)
  const after = headers.get('retry-after')?.trim()
  if (after) {
    const seconds = Number(after)
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - now
    if (Number.isFinite(wait)) return Math.min(Math.max(wait, 0), longest)
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  if (headers.get('x-ratelimit-remaining') === '0' && reset > 0) {
    return Math.min(Math.max(reset * 1000 - now, 0), longest)
  }
  return undefined
}
