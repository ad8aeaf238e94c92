import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { eventList } from './event-list'
import { toEvent, vendorEvent } from './vendor'

const page = z.object({ items: z.array(vendorEvent).default([]) })

export const behaviour: Behaviour<typeof eventList, GoogleClient> = {
  async run({ input: { calendar = 'primary', from, until, query, limit = 25 }, client }) {
    const { events } = await client.calendar()
    const { data } = await events.list({
      calendarId: calendar,
      timeMin: from ?? new Date().toISOString(),
      maxResults: limit,
      singleEvents: true,
      orderBy: 'startTime',
      ...(until ? { timeMax: until } : {}),
      ...(query ? { q: query } : {}),
    })
    const found = page.parse(data).items.map(toEvent)
    return { events: found, count: found.length }
  },
}
