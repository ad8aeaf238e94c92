import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { eventUpdate } from './event-update'
import { hasKey, keyProperty, toEvent, toMoment, vendorEvent } from './vendor'

export const behaviour: Behaviour<typeof eventUpdate, GoogleClient> = {
  async run({ input, client, idempotencyKey }) {
    const { calendar: calendarId = 'primary', event: eventId, title, start, end, notify } = input
    const { events } = await client.calendar()
    const { data } = await events.patch({
      calendarId,
      eventId,
      sendUpdates: notify ? 'all' : 'none',
      requestBody: {
        ...(title === undefined ? {} : { summary: title }),
        ...(start === undefined ? {} : { start: toMoment(start) }),
        ...(end === undefined ? {} : { end: toMoment(end) }),
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.location === undefined ? {} : { location: input.location }),
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
