import { describe, expect, it } from 'vitest'
import { nextTick, planTick, type Schedule } from '@/lib/services/triggers/next-tick'

const at = (text: string) => new Date(text)
const ticks = (cron: string, zone: string, from: string, count: number) => {
  const found: string[] = []
  for (let after = at(from); found.length < count; ) {
    const next = nextTick({ cron, zone }, after)
    if (!next) break
    found.push(next.toISOString().slice(0, 16))
    after = next
  }
  return found
}

describe('the clocks of a zone', () => {
  it('skip an hour in spring: what was planned in it comes when it ends, once', () => {
    expect(ticks('30 2 * * *', 'America/New_York', '2026-03-07T12:00:00Z', 2)).toEqual([
      '2026-03-08T07:00',
      '2026-03-09T06:30',
    ])
    expect(ticks('0 * * * *', 'Europe/Berlin', '2026-03-29T00:10:00Z', 3)).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T02:00',
      '2026-03-29T03:00',
    ])
  })

  it('repeat an hour in autumn: a time of day comes once, what comes every hour goes on', () => {
    expect(ticks('30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ])
    expect(ticks('0 * * * *', 'Europe/Berlin', '2026-10-24T23:10:00Z', 4)).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T01:00',
      '2026-10-25T02:00',
      '2026-10-25T03:00',
    ])
  })

  it('may change by half an hour', () => {
    expect(ticks('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30',
      '2026-10-04T15:15',
    ])
  })
})

describe('times that were missed', () => {
  const daily = (missed: Schedule['missed']): Schedule => ({ cron: '0 9 * * *', zone: 'UTC', missed })
  const due = at('2026-06-01T09:00:00Z')

  it('are made up for once', () => {
    expect(planTick(daily('once'), due, at('2026-06-04T12:00:00Z'))).toEqual({
      fire: due,
      next: at('2026-06-05T09:00:00Z'),
    })
  })

  it('are left out, but not the one that is only just due', () => {
    expect(planTick(daily('skip'), due, at('2026-06-04T12:00:00Z'))).toEqual({
      fire: null,
      next: at('2026-06-05T09:00:00Z'),
    })
    expect(planTick(daily('skip'), due, at('2026-06-04T09:00:20Z'))).toEqual({
      fire: at('2026-06-04T09:00:00Z'),
      next: at('2026-06-05T09:00:00Z'),
    })
    expect(planTick(daily('skip'), due, at('2026-06-01T09:00:04Z')).fire).toEqual(due)
  })

  it('are made up for one after another, the last hundred at most', () => {
    expect(planTick(daily('all'), due, at('2026-06-04T12:00:00Z'))).toEqual({
      fire: due,
      next: at('2026-06-02T09:00:00Z'),
    })
    const minutely: Schedule = { cron: '* * * * *', zone: 'UTC', missed: 'all' }
    const { next } = planTick(minutely, due, at('2026-06-03T09:00:30Z'))
    expect(next).toEqual(at('2026-06-03T07:21:00Z'))
  })

  it('do not come again when the clock is set back', () => {
    expect(planTick(daily('once'), due, at('2026-05-31T09:00:00Z')).next).toEqual(at('2026-06-02T09:00:00Z'))
  })
})
