import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { eventExample, eventOutput } from './event'
import { calendarToChange, descriptionField, locationField, timeField, titleField } from './fields'

export const eventCreate = defineAction({
  id: 'google.event.create',
  title: 'Create an event',
  summary: 'Writes an event into a calendar. Nobody is invited or told.',
  guidance:
    'Give start and end with their offset from UTC, or two days for an event of whole days: its end is the day after. To ask people to come, invite them afterwards.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // The event’s id is made from the key: Google refuses a second one.
  repeat: 'keyed',
  scopes: [scopes.events],
  input: z.strictObject({
    calendar: calendarToChange,
    title: titleField.meta({ title: 'Title', control: 'text' }),
    start: timeField.meta({ title: 'Start', placeholder: '2026-11-03T09:00:00+01:00', control: 'text' }),
    end: timeField.meta({ title: 'End', placeholder: '2026-11-03T09:30:00+01:00', control: 'text' }),
    description: descriptionField.optional().meta({ title: 'Description', control: 'long_text' }),
    location: locationField.optional().meta({ title: 'Place', control: 'text' }),
  }),
  output: eventOutput,
  preview: ({ title, start, calendar }) =>
    shorten(
      `Create the event “${shorten(title, 50)}” at ${start}${calendar ? ` in ${shorten(calendar, 30)}` : ''}`,
      120,
    ),
  undo: 'google.event.delete',
  examples: [
    {
      title: 'A call',
      input: {
        title: 'Call with Mei Chen',
        start: '2026-11-05T15:00:00+01:00',
        end: '2026-11-05T15:30:00+01:00',
        description: 'About the workshop for balcony gardens.',
        location: 'By phone',
      },
      output: {
        ...eventExample,
        event_id: 'f1d2d2f924e986ac86fdf7b36c94bcdf32beec15',
        title: 'Call with Mei Chen',
        description: 'About the workshop for balcony gardens.',
        location: 'By phone',
        start: '2026-11-05T15:00:00+01:00',
        end: '2026-11-05T15:30:00+01:00',
        guests: [],
      },
    },
    {
      title: 'A whole day in another calendar',
      input: {
        calendar: 'workshops@acme.example',
        title: 'Herb day',
        start: '2026-12-01',
        end: '2026-12-02',
      },
      output: {
        ...eventExample,
        event_id: 'e242ed3bffccdf271b7fbaf34ed72d089537b42f',
        title: 'Herb day',
        description: '',
        location: '',
        start: '2026-12-01',
        end: '2026-12-02',
        is_all_day: true,
        guests: [],
      },
    },
  ],
})
