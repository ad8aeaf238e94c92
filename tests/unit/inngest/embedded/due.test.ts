import { expect, test } from 'vitest'
import { readDue, readMilliseconds } from '@/inngest/embedded/due'

test('durations and moments are read as the SDK writes them', () => {
  expect(readDue('1w2d3h4m5s')).toEqual({ in: 604_800_000 + 2 * 86_400_000 + 3 * 3_600_000 + 245_000 })
  expect(readDue('')).toEqual({ in: 0 })
  expect(readDue('2030-01-01T00:00:00.000Z')).toEqual({ at: Date.parse('2030-01-01T00:00:00Z') })
})

test('what is neither is refused', () => {
  expect(() => readDue('5 apples')).toThrow('5 apples')
  expect(() => readMilliseconds('2030-01-01T00:00:00.000Z')).toThrow('Not a duration')
})
