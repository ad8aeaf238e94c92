import { Cron } from 'croner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronProblem } from '@/lib/workflow/cron-problem'
import { cronInWords } from '@/lib/workflow/sentence/cron-in-words'

const part = (most: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.nat(most + 3).map(String),
    fc.tuple(fc.nat(most + 1), fc.nat(most + 1)).map(([from, to]) => `${from}-${to}`),
    fc.nat(70).map((step) => `*/${step}`),
    fc.constantFrom('x', '', '1,2', 'mon', 'jan', '1,,2', '5-', 'L', '?'),
  )
const lines = fc.tuple(part(59), part(23), part(31), part(12), part(7)).map((parts) => parts.join(' '))

describe('a schedule', () => {
  it('that is taken is one that the clock understands, and it comes round', () => {
    fc.assert(
      fc.property(lines, (line) => {
        if (cronProblem(line) !== undefined) return
        const next = new Cron(line, { timezone: 'UTC', paused: true }).nextRun(
          new Date('2026-01-01T00:00:00Z'),
        )
        expect(next).toBeInstanceOf(Date)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['* * * * *', 'every minute'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['5 * * * *', 'every hour at 05 past'],
    ['0 9 * * *', 'every day at 09:00'],
    ['30 8 * * 1-5', 'every weekday at 08:30'],
    ['0 9 * * 1,4', 'every Monday and Thursday at 09:00'],
    ['0 0 1 * *', 'on day 1 of every month at 00:00'],
    ['0 9,17 * * *', 'every day at 09:00 and 17:00'],
    ['0 9 24 12 *', 'every year on 24 December at 09:00'],
    ['7 3 */2 * *', undefined],
  ])('%s is %s', (line, words) => {
    expect(cronInWords(line)).toBe(words)
  })
})
