import { mailboxAddress } from './people'

/** The calendars that the practice account sees. */
export const calendars = [
  {
    id: mailboxAddress,
    summary: 'Acme Support',
    timeZone: 'Europe/Berlin',
    accessRole: 'owner',
    primary: true,
  },
  {
    id: 'workshops@acme.example',
    summary: 'Workshops',
    timeZone: 'Europe/Berlin',
    accessRole: 'writer',
    primary: false,
  },
] as const

const hour = 3_600_000
const day = 24 * hour

type SeedEvent = {
  readonly id: string
  readonly calendar: string
  readonly summary: string
  readonly description?: string
  readonly location?: string
  /** Days after the first start, hours after midnight UTC, and hours that it lasts. */
  readonly at: readonly [days: number, hours: number, lasts: number]
  readonly guests?: readonly string[]
}

const events: readonly SeedEvent[] = [
  {
    id: 'standup',
    calendar: mailboxAddress,
    summary: 'Stand-up of the support team',
    description: 'What came in, what is open, what is in the way.',
    location: 'Meeting room Basil',
    at: [1, 9, 0.25],
    guests: ['lena-fischer@acme.example'],
  },
  {
    id: 'planning',
    calendar: mailboxAddress,
    summary: 'Planning of the autumn sale',
    location: 'Meeting room Basil',
    at: [2, 13, 1],
  },
  {
    id: 'oncall',
    calendar: mailboxAddress,
    summary: 'On-call is handed over to Tomás',
    at: [4, 8, 0.5],
    guests: ['tomas-novak@acme.example', 'priya-raman@acme.example'],
  },
  {
    id: 'balcony',
    calendar: 'workshops@acme.example',
    summary: 'Balcony gardens for beginners',
    description: 'Twelve places, nine taken.',
    location: 'Shop, first floor',
    at: [9, 14, 3],
  },
]

/** What stands in the calendars in the days after `now`. */
export function seedEvents(now: number) {
  const midnight = Math.floor(now / day) * day
  const written = new Date(now - 3 * day).toISOString()
  return events.map(({ at: [days, hours, lasts], guests, ...event }) => {
    const start = midnight + days * day + hours * hour
    return {
      ...event,
      start: { dateTime: new Date(start).toISOString() },
      end: { dateTime: new Date(start + lasts * hour).toISOString() },
      ...(guests ? { attendees: guests.map((email) => ({ email, responseStatus: 'accepted' })) } : {}),
      ...{ created: written, updated: written, creator: { email: 'lena-fischer@acme.example' } },
    }
  })
}
