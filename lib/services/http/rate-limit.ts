import 'server-only'

export type RateLimit = {
  readonly limit: number
  readonly remaining: number
  readonly resetSeconds: number
  readonly exceeded: boolean
}

const callsPerMinute = 3_000

type Window = { startedAt: number; calls: number }
const holder = globalThis as { handrailRateLimits?: Map<string, Window> }

/** Counts one call against the caller's minute. Each process counts for itself: the limit guards a process. */
export function takeFromRateLimit(
  caller: string,
  {
    limit = callsPerMinute,
    now = performance.now(),
  }: { readonly limit?: number; readonly now?: number } = {},
): RateLimit {
  holder.handrailRateLimits ??= new Map()
  const windows = holder.handrailRateLimits
  if (windows.size > 10_000) windows.clear()
  const present = windows.get(caller)
  const window = present && now - present.startedAt < 60_000 ? present : { startedAt: now, calls: 0 }
  window.calls += 1
  windows.set(caller, window)
  return {
    limit,
    remaining: Math.max(0, limit - window.calls),
    resetSeconds: Math.max(1, Math.ceil((window.startedAt + 60_000 - now) / 1000)),
    exceeded: window.calls > limit,
  }
}
