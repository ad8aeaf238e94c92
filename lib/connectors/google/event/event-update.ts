import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { eventExample, eventOutput } from './event'
import {
  calendarToChange,
  descriptionField,
  eventField,
  locationField,
  notifyField,
  timeField,
  titleField,
} from './fields'

export const eventUpdate = defineAction({
  id: 'google.event.update',
  title: 'Change an event',
  summary: 'Changes title, time, text or place of an event. What is left empty stays as it is.',
  guidance: 'List the events first to get the id. Guests see the change; they get a mail only when told.',
  effect: 'write',
  outward: true,
  trust: 'untrusted',
  repeat: 'lookup',
  scopes: [scopes.events],
  input: z.strictObject({
    calendar: calendarToChange,
    event: eventField,
    title: titleField.optional().meta({ title: 'Title', control: 'text' }),
    start: timeField
      .optional()
      .meta({ title: 'Start', placeholder: '2026-11-03T09:00:00+01:00', control: 'text' }),
    end: timeField
      .optional()
      .meta({ title: 'End', placeholder: '2026-11-03T09:30:00+01:00', control: 'text' }),
    description: descriptionField.optional().meta({ title: 'Description', control: 'long_text' }),
    location: locationField.optional().meta({ title: 'Place', control: 'text' }),
    notify: notifyField,
  }),
  output: eventOutput,
  preview: ({ event, title, start, notify }) => {
    const what = [title && `“${shorten(title, 40)}”`, start && `at ${start}`].filter(Boolean).join(' ')
    const told = notify ? ', and tell its guests' : ''
    return shorten(`Change the event ${shorten(event, 30)}${what ? ` to ${what}` : ''}${told}`, 120)
  },
  undo: 'google.event.update',
  examples: [
    {
      title: 'Move it and tell the guests',
      input: {
        event: 'standup',
        start: '2026-11-03T10:00:00Z',
        end: '2026-11-03T10:15:00Z',
        notify: true,
      },
      output: { ...eventExample, start: '2026-11-03T10:00:00Z', end: '2026-11-03T10:15:00Z' },
    },
    {
      title: 'Another place',
      input: { event: 'planning', location: 'Meeting room Thyme' },
      output: { ...eventExample, event_id: 'planning', location: 'Meeting room Thyme' },
    },
  ],
})
