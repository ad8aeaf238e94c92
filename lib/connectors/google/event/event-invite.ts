import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { eventExample, eventOutput } from './event'
import { calendarToChange, eventField, guestsField } from './fields'

export const eventInvite = defineAction({
  id: 'google.event.invite',
  title: 'Invite guests to an event',
  summary: 'Adds guests to an event. Google sends them an invitation by mail.',
  guidance: 'Create the event first, or list the events for its id. Guests that it has stay.',
  effect: 'irreversible',
  outward: true,
  trust: 'untrusted',
  repeat: 'lookup',
  scopes: [scopes.events],
  input: z.strictObject({ calendar: calendarToChange, event: eventField, guests: guestsField }),
  output: eventOutput,
  preview: ({ event, guests }) =>
    shorten(`Invite ${shorten(guests.join(', '), 70)} to the event ${shorten(event, 30)}`, 120),
  examples: [
    {
      title: 'A customer',
      input: { event: 'planning', guests: ['mei@chens-garden.example'] },
      output: {
        ...eventExample,
        event_id: 'planning',
        guests: [{ email: 'mei@chens-garden.example', response: 'needsAction' }],
      },
    },
    {
      title: 'Two colleagues, one of whom is invited already',
      input: { event: 'standup', guests: ['lena-fischer@acme.example', 'aiko-tanaka@acme.example'] },
      output: {
        ...eventExample,
        guests: [...eventExample.guests, { email: 'aiko-tanaka@acme.example', response: 'needsAction' }],
      },
    },
  ],
})
