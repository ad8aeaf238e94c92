import { z } from 'zod'
import { addressField } from '../mail/fields'

const calendar = z.string().min(1).max(254).optional()

const calendarMeta = {
  title: 'Calendar',
  description: 'The account’s own when empty.',
  control: 'text',
  pick: 'google.calendar.list',
} as const

/** The calendar that is read. */
export const calendarField = calendar.meta(calendarMeta)

/** The calendar that is changed. */
export const calendarToChange = calendar.meta({ ...calendarMeta, destination: true })

export const eventField = z
  .string()
  .regex(/^[\w-]{5,1024}$/, 'Use the id that an earlier step gives.')
  .meta({
    title: 'Event',
    description: 'The event’s id.',
    control: 'text',
    pick: 'google.event.list',
    pickInput: { calendar: 'calendar' },
    destination: true,
  })

export const titleField = z.string().min(1).max(500)
export const descriptionField = z.string().max(8_000)
export const locationField = z.string().max(500)

/** A moment with its offset, or a day. */
export const timeField = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/,
    'Write a time such as 2026-11-03T09:00:00+01:00, or a day such as 2026-11-03.',
  )

export const guestsField = z.array(addressField).min(1).max(100).meta({
  title: 'Guests',
  description: 'Addresses, one each.',
  control: 'tags',
  destination: true,
})

export const notifyField = z.boolean().optional().meta({
  title: 'Tell the guests by mail',
  description: 'Nobody is told when off.',
  control: 'toggle',
})
