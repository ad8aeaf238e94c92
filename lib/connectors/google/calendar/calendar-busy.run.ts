import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { calendarBusy } from './calendar-busy'

const answer = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      busy: z.array(z.object({ start: z.string(), end: z.string() })).default([]),
      errors: z.array(z.unknown()).default([]),
    }),
  ),
})

export const behaviour: Behaviour<typeof calendarBusy, GoogleClient> = {
  async run({ input: { from, until, calendars = [] }, client }) {
    const calendar = await client.calendar()
    const ids = calendars.length > 0 ? calendars : ['primary']
    const { data } = await calendar.freebusy.query({
      requestBody: { timeMin: from, timeMax: until, items: ids.map((id) => ({ id })) },
    })
    const found = Object.entries(answer.parse(data).calendars)
    const busy = found.flatMap(([id, each]) => each.busy.map((time) => ({ calendar: id, ...time })))
    const unknown = found.flatMap(([id, { errors }]) => (errors.length > 0 ? [id] : []))
    return { busy, is_free: busy.length === 0 && unknown.length === 0, unknown }
  },
}
