import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'

const moment = z.iso.datetime({ offset: true })

export const calendarBusy = defineAction({
  id: 'google.calendar.busy',
  title: 'Find busy times',
  summary: 'Says when calendars are busy between two times, without what the events are.',
  guidance: 'Use this before you propose a time. A person’s address is the id of their calendar.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [scopes.freeBusy],
  input: z.strictObject({
    from: moment.meta({ title: 'From', placeholder: '2026-11-03T08:00:00Z', control: 'text' }),
    until: moment.meta({ title: 'Until', placeholder: '2026-11-03T18:00:00Z', control: 'text' }),
    calendars: z.array(z.string().min(1).max(254)).max(20).optional().meta({
      title: 'Calendars',
      description: 'The account’s own when empty.',
      control: 'tags',
      pick: 'google.calendar.list',
    }),
  }),
  output: z.object({
    busy: z
      .array(
        z.object({
          calendar: z.string().meta({ title: 'Calendar' }),
          start: z.string().meta({ title: 'Start' }),
          end: z.string().meta({ title: 'End' }),
        }),
      )
      .meta({ title: 'Busy times' }),
    is_free: z.boolean().meta({ title: 'Free all the time' }),
    unknown: z.array(z.string()).meta({ title: 'Calendars that could not be read' }),
  }),
  preview: ({ from, until }) => shorten(`Find busy times from ${from} until ${until}`, 120),
  examples: [
    {
      title: 'A morning',
      input: { from: '2026-11-03T08:00:00Z', until: '2026-11-03T12:00:00Z' },
      output: {
        busy: [{ calendar: 'primary', start: '2026-11-03T09:00:00Z', end: '2026-11-03T09:15:00Z' }],
        is_free: false,
        unknown: [],
      },
    },
    {
      title: 'Two calendars',
      input: {
        from: '2020-01-04T08:00:00+01:00',
        until: '2020-01-04T12:00:00+01:00',
        calendars: ['primary', 'workshops@acme.example'],
      },
      output: { busy: [], is_free: true, unknown: [] },
    },
  ],
})
