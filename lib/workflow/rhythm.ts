/** A schedule as people think of it. `time` is `09:00`; days of the week count from Sunday, 0. */
export type Rhythm =
  | { readonly every: 'minutes'; readonly count: number }
  | { readonly every: 'hour'; readonly minute: number }
  | { readonly every: 'day' | 'weekday'; readonly time: string }
  | { readonly every: 'week'; readonly days: readonly number[]; readonly time: string }
  | { readonly every: 'month'; readonly day: number; readonly time: string }

/** Steps that divide an hour evenly: with any other, the last one of each hour would be shorter. */
export const minuteSteps = [1, 2, 3, 5, 10, 15, 20, 30] as const

/** A cron line as a rhythm, where it is one; both directions agree: `cronOf(rhythmOf(line))` means the same. */
export function rhythmOf(cron: string): Rhythm | undefined {
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...more] = cron.trim().split(/\s+/)
  if (more.length > 0 || month !== '*') return undefined
  const isAnyDay = day === '*' && weekday === '*'
  if (hour === '*' && isAnyDay) return withinTheHour(minute)
  const time = timeOf(hour, minute)
  if (time === undefined) return undefined
  if (isAnyDay) return { every: 'day', time }
  if (day === '*') {
    if (/^(1-5|mon-fri)$/i.test(weekday)) return { every: 'weekday', time }
    const days = daysOf(weekday)
    return days && { every: 'week', days, time }
  }
  const number = wholeIn(day, 1, 31)
  return weekday === '*' && number !== undefined ? { every: 'month', day: number, time } : undefined
}

export function cronOf(rhythm: Rhythm): string {
  if (rhythm.every === 'minutes') return rhythm.count === 1 ? '* * * * *' : `*/${rhythm.count} * * * *`
  if (rhythm.every === 'hour') return `${rhythm.minute} * * * *`
  const [hour = '9', minute = '0'] = rhythm.time.split(':')
  const at = `${Number(minute)} ${Number(hour)}`
  switch (rhythm.every) {
    case 'day':
      return `${at} * * *`
    case 'weekday':
      return `${at} * * 1-5`
    case 'week':
      return `${at} * * ${[...rhythm.days].sort((one, other) => one - other).join(',')}`
    case 'month':
      return `${at} ${rhythm.day} * *`
  }
}

function withinTheHour(minute: string): Rhythm | undefined {
  if (minute === '*') return { every: 'minutes', count: 1 }
  const count = Number(/^\*\/(\d{1,2})$/.exec(minute)?.[1])
  if (minuteSteps.some((step) => step === count)) return { every: 'minutes', count }
  const at = wholeIn(minute, 0, 59)
  return at === undefined ? undefined : { every: 'hour', minute: at }
}

function timeOf(hour: string, minute: string): string | undefined {
  const [hours, minutes] = [wholeIn(hour, 0, 23), wholeIn(minute, 0, 59)]
  if (hours === undefined || minutes === undefined) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function daysOf(weekday: string): readonly number[] | undefined {
  const days = weekday.split(',').map((one) => wholeIn(one, 0, 7))
  if (!days.every((one) => one !== undefined)) return undefined
  return [...new Set(days.map((one) => one % 7))]
}

function wholeIn(text: string, from: number, to: number): number | undefined {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return number >= from && number <= to ? number : undefined
}
