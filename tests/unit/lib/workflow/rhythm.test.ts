import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronProblem } from '@/lib/workflow/cron-problem'
import { cronOf, minuteSteps, type Rhythm, rhythmOf } from '@/lib/workflow/rhythm'
import { cronInWords } from '@/lib/workflow/sentence/cron-in-words'

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ every: fc.constant('minutes' as const), count: fc.constantFrom(...minuteSteps) }),
  fc.record({ every: fc.constant('hour' as const), minute: fc.integer({ min: 0, max: 59 }) }),
  fc.record({ every: fc.constantFrom('day' as const, 'weekday' as const), time }),
  fc.record({
    every: fc.constant('week' as const),
    days: fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
      .map((days) => days.sort((one, other) => one - other)),
    time,
  }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), time }),
)

describe('a rhythm', () => {
  it('comes back as it was from its cron line, which is right and can be said in words', () => {
    fc.assert(
      fc.property(rhythm, (one) => {
        const line = cronOf(one)
        expect(rhythmOf(line)).toEqual(one)
        expect(cronProblem(line)).toBeUndefined()
        expect(cronInWords(line)).toBeDefined()
      }),
    )
  })

  it('is not read into lines that say more', () => {
    const others = ['0 9 * 6 *', '0 9 1 * 1', '0 9-17 * * *', '*/7 * * * *', '0 9 L * *', '0 0 9 * * *', '']
    expect(others.map(rhythmOf)).toEqual(others.map(() => undefined))
  })
})
