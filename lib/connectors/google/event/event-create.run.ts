import 'server-only'
import { handrailErrorIn } from '../../../net/network-error'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { hashOf } from '../effect-key'
import type { eventCreate } from './event-create'
import { toEvent, toMoment, vendorEvent } from './vendor'

export const behaviour: Behaviour<typeof eventCreate, GoogleClient> = {
  async run({ input, client, idempotencyKey }) {
    const { calendar: calendarId = 'primary', title, start, end, description, location } = input
    const { events } = await client.calendar()
    const id = hashOf(idempotencyKey)
    const requestBody = {
      id,
      summary: title,
      start: toMoment(start),
      end: toMoment(end),
      ...(description ? { description } : {}),
      ...(location ? { location } : {}),
    }
    try {
      const { data } = await events.insert({ calendarId, sendUpdates: 'none', requestBody })
      return toEvent(vendorEvent.parse(data))
    } catch (error) {
      if (handrailErrorIn(error)?.code !== 'conflict') throw error
      // An event of this id can only be the one that an earlier call made.
      const earlier = await events.get({ calendarId, eventId: id }).catch(() => null)
      if (!earlier) throw error
      return toEvent(vendorEvent.parse(earlier.data))
    }
  },
}
