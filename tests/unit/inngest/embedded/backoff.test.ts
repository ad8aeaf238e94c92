import { expect, test } from 'vitest'
import { backoff, readRetryAfter } from '@/inngest/embedded/backoff'

test('each attempt waits twice as long, at most a day', () => {
  expect([0, 1, 2, 3].map(backoff)).toEqual([30_000, 60_000, 120_000, 240_000])
  expect(backoff(20)).toBe(86_400_000)
})

test('Retry-After is seconds or a date, kept between a second and a day', () => {
  expect(readRetryAfter('90')).toEqual({ in: 90_000 })
  expect(readRetryAfter('0')).toEqual({ in: 1000 })
  expect(readRetryAfter('999999999')).toEqual({ in: 86_400_000 })
  expect(readRetryAfter('2030-01-01T00:00:00Z')).toEqual({ at: Date.parse('2030-01-01T00:00:00Z') })
  expect(readRetryAfter('soon')).toBeNull()
  expect(readRetryAfter(undefined)).toBeNull()
})
