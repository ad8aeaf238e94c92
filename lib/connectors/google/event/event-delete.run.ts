import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { eventDelete } from './event-delete'
import { vendorEvent } from './vendor'

/** Google says nothing to a deletion. */
const nothing = z.literal('')

export const behaviour: Behaviour<typeof eventDelete, GoogleClient> = {
  async run({ input: { calendar: calendarId = 'primary', event: eventId, notify }, client }) {
    const { events } = await client.calendar()
    const { status } = vendorEvent.parse((await events.get({ calendarId, eventId })).data)
    if (status !== 'cancelled') {
      const sendUpdates = notify ? 'all' : 'none'
      nothing.parse((await events.delete({ calendarId, eventId, sendUpdates })).data)
    }
    return { event_id: eventId, is_deleted: true }
  },
}
