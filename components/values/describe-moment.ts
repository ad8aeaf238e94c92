const steps = [
  { below: 60_000, unit: 'second', size: 1_000 },
  { below: 3_600_000, unit: 'minute', size: 60_000 },
  { below: 86_400_000, unit: 'hour', size: 3_600_000 },
  { below: 7 * 86_400_000, unit: 'day', size: 86_400_000 },
] as const

/** A moment as people say it: "3 min ago", "in 2 hr", and after a week the date. */
export function describeMoment(at: number, now: number, locale = 'en'): string {
  const distance = at - now
  if (Math.abs(distance) < 10_000) return 'just now'
  const step = steps.find((each) => Math.abs(distance) < each.below)
  if (step) {
    const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
    return format.format(Math.trunc(distance / step.size), step.unit).replace('.', '')
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Date(at).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
