import type { defineEmulator } from 'emulate'
import { z } from 'zod'
import { calendars } from '../seed/events'
import { mailboxAddress } from '../seed/people'
import { type CalendarState, type StoredEvent, storedEvent, timeOf } from './calendar-state'
import { googleError } from './part'

type Setup = Parameters<typeof defineEmulator>[0]['setup']
type App = Parameters<Setup>[0]['app']
type Held = { readonly baseUrl: string; state: CalendarState }

/** What a caller may write into an event. */
const written = storedEvent
  .pick({ summary: true, description: true, location: true, extendedProperties: true, transparency: true })
  .extend({
    start: storedEvent.shape.start,
    end: storedEvent.shape.end,
    attendees: storedEvent.shape.attendees,
  })

const newEvent = written.extend({ id: z.string().optional() })
const window = z.object({
  timeMin: z.string(),
  timeMax: z.string(),
  items: z.array(z.object({ id: z.string() })),
})

const notFound = () => googleError(404, 'Not Found', 'notFound')
const badRequest = (message: string) => googleError(400, message, 'invalid')

/** The routes of Google's calendar that the connector uses, as Google answers them. */
export function calendarRoutes(app: App, held: Held): void {
  const events = '/calendar/v3/calendars/:calendar/events'
  const known = (id: string) => calendars.find((each) => each.id === id || (id === 'primary' && each.primary))
  const shown = ({ calendar, ...event }: StoredEvent) => ({
    kind: 'calendar#event',
    ...event,
    organizer: { email: calendar },
    htmlLink: `${held.baseUrl}/events/${event.id}`,
  })
  const find = (calendar: string, id: string) =>
    held.state.events.find((each) => each.calendar === known(calendar)?.id && each.id === id)
  const keep = (event: StoredEvent, sendUpdates: string | undefined, why: string) => {
    const guests = sendUpdates === 'all' ? (event.attendees ?? []).map(({ email }) => email) : []
    const before = find(event.calendar, event.id)?.attendees?.map(({ email }) => email) ?? []
    const told = guests.map((email) => ({
      event: event.id,
      email,
      why: before.includes(email) ? why : 'invited',
      at: event.updated,
    }))
    const others = held.state.events.filter((each) => each !== find(event.calendar, event.id))
    held.state = { events: [...others, event], told: [...held.state.told, ...told] }
  }

  app.get('/calendar/v3/users/me/calendarList', (c) =>
    c.json({ kind: 'calendar#calendarList', items: calendars }),
  )

  app.get(events, (c) => {
    const calendar = known(c.req.param('calendar'))
    if (!calendar) return notFound()
    const words = c.req.query('q')?.toLowerCase() ?? ''
    const min = Date.parse(c.req.query('timeMin') ?? '') || Number.NEGATIVE_INFINITY
    const max = Date.parse(c.req.query('timeMax') ?? '') || Number.POSITIVE_INFINITY
    const items = held.state.events
      .filter((each) => each.calendar === calendar.id && each.status !== 'cancelled')
      .filter((each) => timeOf(each.end) > min && timeOf(each.start) < max)
      .filter((each) => JSON.stringify(Object.values(each)).toLowerCase().includes(words))
      .sort((left, right) => timeOf(left.start) - timeOf(right.start))
      .slice(0, Number(c.req.query('maxResults') ?? 250))
    return c.json({ kind: 'calendar#events', summary: calendar.summary, items: items.map(shown) })
  })

  app.get(`${events}/:event`, (c) => {
    const event = find(c.req.param('calendar'), c.req.param('event'))
    return event ? c.json(shown(event)) : notFound()
  })

  app.post(events, async (c) => {
    const calendar = known(c.req.param('calendar'))
    const given = newEvent.safeParse(await c.req.json())
    if (!calendar) return notFound()
    if (!given.success) return badRequest('Missing or wrong event data.')
    const { id = crypto.randomUUID().replaceAll('-', ''), ...rest } = given.data
    if (!/^[a-v0-9]{5,1024}$/.test(id)) return badRequest('Invalid resource id value.')
    if (isAskew(rest)) return badRequest('The specified time range is empty.')
    if (find(calendar.id, id)) {
      return googleError(409, 'The requested identifier already exists.', 'duplicate')
    }
    const now = new Date().toISOString()
    const event: StoredEvent = {
      ...rest,
      id,
      calendar: calendar.id,
      status: 'confirmed',
      ...{ created: now, updated: now, creator: { email: mailboxAddress } },
    }
    keep(event, c.req.query('sendUpdates'), 'invited')
    return c.json(shown(event))
  })

  app.patch(`${events}/:event`, async (c) => {
    const event = find(c.req.param('calendar'), c.req.param('event'))
    const given = written.partial().safeParse(await c.req.json())
    if (!event) return notFound()
    if (!given.success) return badRequest('Wrong event data.')
    const properties = {
      ...event.extendedProperties?.private,
      ...given.data.extendedProperties?.private,
    }
    const changed: StoredEvent = storedEvent.parse({
      ...event,
      ...given.data,
      extendedProperties: { private: properties },
      updated: new Date().toISOString(),
    })
    if (isAskew(changed)) return badRequest('The specified time range is empty.')
    keep(changed, c.req.query('sendUpdates'), 'changed')
    return c.json(shown(changed))
  })

  app.delete(`${events}/:event`, (c) => {
    const event = find(c.req.param('calendar'), c.req.param('event'))
    if (!event) return notFound()
    if (event.status === 'cancelled') return googleError(410, 'Resource has been deleted', 'deleted')
    const cancelled: StoredEvent = { ...event, status: 'cancelled', updated: new Date().toISOString() }
    keep(cancelled, c.req.query('sendUpdates'), 'cancelled')
    return c.body(null, 204)
  })

  app.post('/calendar/v3/freeBusy', async (c) => {
    const given = window.safeParse(await c.req.json())
    if (!given.success) return badRequest('timeMin and timeMax are required.')
    const { timeMin, timeMax, items } = given.data
    const entries = items.map(({ id }) => [id, busyIn(id, Date.parse(timeMin), Date.parse(timeMax))] as const)
    return c.json({ kind: 'calendar#freeBusy', timeMin, timeMax, calendars: Object.fromEntries(entries) })
  })

  const busyIn = (id: string, min: number, max: number) => {
    const calendar = known(id)
    if (!calendar) return { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }
    const busy = held.state.events
      .filter((each) => each.calendar === calendar.id && each.status !== 'cancelled')
      .filter(({ transparency }) => transparency !== 'transparent')
      .filter((each) => timeOf(each.end) > min && timeOf(each.start) < max)
      .map((each) => ({ start: isoOf(each.start), end: isoOf(each.end) }))
    return { busy: busy.sort((left, right) => (left.start < right.start ? -1 : 1)) }
  }
}

const isoOf = (moment: StoredEvent['start']) => new Date(timeOf(moment)).toISOString()

/** Ends before it begins, or is half a day and half a moment. */
function isAskew({ start, end }: Pick<StoredEvent, 'start' | 'end'>): boolean {
  const isMixed = (start.date === undefined) !== (end.date === undefined)
  return isMixed || !(timeOf(start) <= timeOf(end))
}
