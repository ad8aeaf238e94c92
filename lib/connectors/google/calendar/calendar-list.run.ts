import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { calendarList } from './calendar-list'

const page = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        summary: z.string().default(''),
        timeZone: z.string().default(''),
        accessRole: z.string().default(''),
      }),
    )
    .default([]),
})

export const behaviour: Behaviour<typeof calendarList, GoogleClient> = {
  async run({ client }) {
    const calendar = await client.calendar()
    const { data } = await calendar.calendarList.list({ maxResults: 250 })
    const calendars = page.parse(data).items.map(({ id, summary, timeZone, accessRole }) => ({
      calendar_id: id,
      name: summary,
      time_zone: timeZone,
      may_write: accessRole === 'owner' || accessRole === 'writer',
    }))
    return { calendars, count: calendars.length }
  },
}
