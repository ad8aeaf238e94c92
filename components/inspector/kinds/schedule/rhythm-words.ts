import type { Rhythm } from '@/lib/workflow/rhythm'

/** How often, as people say it. */
export const rhythmWords = [
  { value: 'weekday', label: 'Every weekday' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'On days of the week' },
  { value: 'month', label: 'Once a month' },
  { value: 'hour', label: 'Every hour' },
  { value: 'minutes', label: 'Every few minutes' },
] as const satisfies readonly { readonly value: Rhythm['every']; readonly label: string }[]

/** Another rhythm that keeps the time of day of the one before. Nothing for what is no rhythm. */
export function rhythmOfKind(kind: string, before: Rhythm | undefined): Rhythm | undefined {
  const time = before && 'time' in before ? before.time : '09:00'
  switch (rhythmWords.find(({ value }) => value === kind)?.value) {
    case 'minutes':
      return { every: 'minutes', count: 15 }
    case 'hour':
      return { every: 'hour', minute: 0 }
    case 'day':
      return { every: 'day', time }
    case 'weekday':
      return { every: 'weekday', time }
    case 'week':
      return { every: 'week', days: [1], time }
    case 'month':
      return { every: 'month', day: 1, time }
    default:
      return undefined
  }
}

/** Monday first, with the numbers that cron gives them. */
export const weekdays = [
  { day: 1, name: 'Monday' },
  { day: 2, name: 'Tuesday' },
  { day: 3, name: 'Wednesday' },
  { day: 4, name: 'Thursday' },
  { day: 5, name: 'Friday' },
  { day: 6, name: 'Saturday' },
  { day: 0, name: 'Sunday' },
] as const
