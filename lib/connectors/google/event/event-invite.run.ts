import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { eventInvite } from './event-invite'
import { hasKey, keyProperty, toEvent, vendorEvent } from './vendor'

/** The guests as they are, with all that Google keeps about each. */
const present = z.object({ attendees: z.array(z.looseObject({ email: z.string() })).default([]) })

export const behaviour: Behaviour<typeof eventInvite, GoogleClient> = {
  async run({ input: { calendar: calendarId = 'primary', event: eventId, guests }, client, idempotencyKey }) {
    const { events } = await client.calendar()
    const { attendees } = present.parse((await events.get({ calendarId, eventId })).data)
    const known = new Set(attendees.map(({ email }) => email.toLowerCase()))
    const added = guests.filter((email) => !known.has(email.toLowerCase())).map((email) => ({ email }))
    const { data } = await events.patch({
      calendarId,
      eventId,
      sendUpdates: 'all',
      requestBody: {
        attendees: [...attendees, ...added],
        extendedProperties: keyProperty(idempotencyKey),
      },
    })
    return toEvent(vendorEvent.parse(data))
  },

  async lookup({ input: { calendar: calendarId = 'primary', event: eventId }, client, idempotencyKey }) {
    const { events } = await client.calendar()
    const event = vendorEvent.parse((await events.get({ calendarId, eventId })).data)
    return hasKey(event, idempotencyKey) ? toEvent(event) : null
  },
}
