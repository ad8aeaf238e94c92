import { describe, expect, it } from 'vitest'
import { retryDelay } from '@/inngest/execution/retry-delay'
import { HandrailError } from '@/lib/core/errors'

const limited = (retryAfterMs: number) =>
  new HandrailError({ code: 'rate_limited', who: 'user', retry: 'after', message: 'Later.', retryAfterMs })

describe('the wait before the next try', () => {
  it('doubles from a second to a minute, with some chance in it', () => {
    const delays = [0, 1, 2, 10].map((attempt) => retryDelay(attempt, new Error('x')))
    for (const [index, least] of [1_000, 2_000, 4_000, 60_000].entries()) {
      expect(delays[index]).toBeGreaterThanOrEqual(least)
      expect(delays[index]).toBeLessThanOrEqual(least * 1.25)
    }
  })

  it('is what the step says, the same each time or doubling', () => {
    const same = [0, 1, 2].map((attempt) => retryDelay(attempt, null, { wait: 'PT30S', growth: 'same' }))
    const double = [0, 1, 2].map((attempt) => retryDelay(attempt, null, { wait: 'PT30S', growth: 'double' }))
    expect(same).toEqual([30_000, 30_000, 30_000])
    expect(double).toEqual([30_000, 60_000, 120_000])
  })

  it('is never shorter than the far side asks for, nor than the step says', () => {
    expect(retryDelay(0, limited(90_000))).toBe(90_000)
    expect(retryDelay(3, limited(90_000), { wait: 'PT1S', growth: 'same' })).toBe(90_000)
    expect(retryDelay(0, limited(5_000), { wait: 'PT1M', growth: 'same' })).toBe(60_000)
    expect(retryDelay(0, limited(10), undefined)).toBe(1_000)
  })
})
