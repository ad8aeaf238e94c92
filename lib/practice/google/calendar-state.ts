import { z } from 'zod'

const moment = z.object({ dateTime: z.string().optional(), date: z.string().optional() })

/** An event as the simulated calendar keeps it: in Google's own form, with the calendar that it stands in. */
export const storedEvent = z.object({
  id: z.string(),
  calendar: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: moment,
  end: moment,
  attendees: z
    .array(z.looseObject({ email: z.string(), responseStatus: z.string().default('needsAction') }))
    .optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
  transparency: z.enum(['opaque', 'transparent']).optional(),
  created: z.string(),
  updated: z.string(),
  creator: z.object({ email: z.string() }),
})

export type StoredEvent = z.output<typeof storedEvent>

/** Everything that the simulated calendar remembers. `told`: whom Google would have written a mail, and why. */
export const calendarState = z.object({
  events: z.array(storedEvent),
  told: z.array(z.object({ event: z.string(), email: z.string(), why: z.string(), at: z.string() })),
})

export type CalendarState = z.output<typeof calendarState>

/** When it begins or ends, in milliseconds; a day begins at midnight UTC. */
export function timeOf({ dateTime, date }: z.output<typeof moment>): number {
  return Date.parse(dateTime ?? `${date}T00:00:00Z`)
}
