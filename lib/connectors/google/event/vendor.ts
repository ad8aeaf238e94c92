import 'server-only'
import { z } from 'zod'
import { hashOf } from '../effect-key'
import type { CalendarEvent } from './event'

const moment = z.object({ dateTime: z.string().optional(), date: z.string().optional() })

/** An event as Google gives it, as far as it is read. */
export const vendorEvent = z.object({
  id: z.string(),
  status: z.string().default('confirmed'),
  summary: z.string().default(''),
  description: z.string().default(''),
  location: z.string().default(''),
  start: moment.default({}),
  end: moment.default({}),
  attendees: z
    .array(z.object({ email: z.string(), responseStatus: z.string().default('needsAction') }))
    .default([]),
  htmlLink: z.string().default(''),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).default({}) }).optional(),
})

export type VendorEvent = z.output<typeof vendorEvent>

export function toEvent(event: VendorEvent): CalendarEvent {
  return {
    event_id: event.id,
    title: event.summary,
    description: event.description,
    location: event.location,
    start: event.start.dateTime ?? event.start.date ?? '',
    end: event.end.dateTime ?? event.end.date ?? '',
    is_all_day: event.start.date !== undefined,
    guests: event.attendees.map(({ email, responseStatus }) => ({ email, response: responseStatus })),
    status: event.status,
    url: event.htmlLink,
  }
}

/** A time as Google takes it: a moment, or a whole day. */
export function toMoment(time: string): { dateTime: string } | { date: string } {
  return time.includes('T') ? { dateTime: time } : { date: time }
}

/** Google keeps data beside an event that only this app sees: there a change leaves its key. */
export function keyProperty(idempotencyKey: string) {
  return { private: { [hashOf(idempotencyKey)]: 'done' } }
}

export function hasKey(event: VendorEvent, idempotencyKey: string): boolean {
  return Object.hasOwn(event.extendedProperties?.private ?? {}, hashOf(idempotencyKey))
}
