import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { calendarToChange, eventField, notifyField } from './fields'

export const eventDelete = defineAction({
  id: 'google.event.delete',
  title: 'Delete an event',
  summary: 'Takes an event out of a calendar, and out of those of its guests.',
  guidance: 'List the events first to be sure of the id. Guests get a mail only when told.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  // It looks first: an event that is deleted already stays so, and nobody is told again.
  repeat: 'safe',
  scopes: [scopes.events],
  input: z.strictObject({ calendar: calendarToChange, event: eventField, notify: notifyField }),
  output: z.object({
    event_id: z.string().meta({ title: 'Event id' }),
    is_deleted: z.boolean().meta({ title: 'Deleted' }),
  }),
  preview: ({ event, notify }) =>
    shorten(`Delete the event ${shorten(event, 60)}${notify ? ', and tell its guests' : ''}`, 120),
  examples: [
    {
      title: 'Without telling anybody',
      input: { event: 'planning' },
      output: { event_id: 'planning', is_deleted: true },
    },
    {
      title: 'A meeting with guests',
      input: { event: 'standup', notify: true },
      output: { event_id: 'standup', is_deleted: true },
    },
  ],
})
