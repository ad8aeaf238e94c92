import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'

export const calendarList = defineAction({
  id: 'google.calendar.list',
  title: 'List calendars',
  summary: 'Lists the calendars that the connected account sees.',
  guidance: 'Use this to find the id of a calendar whose name you know.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.calendarList],
  input: z.strictObject({}),
  output: z.object({
    calendars: z
      .array(
        z.object({
          calendar_id: z.string().meta({ title: 'Calendar id' }),
          name: z.string().meta({ title: 'Name' }),
          time_zone: z.string().meta({ title: 'Time zone' }),
          may_write: z.boolean().meta({ title: 'May be changed' }),
        }),
      )
      .meta({ title: 'Calendars' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: () => 'List the calendars of the account',
  examples: [
    {
      title: 'Own and shared',
      input: {},
      output: {
        calendars: [
          { calendar_id: 'primary', name: 'Acme Support', time_zone: 'Europe/Berlin', may_write: true },
        ],
        count: 1,
      },
    },
    { title: 'None', input: {}, output: { calendars: [], count: 0 } },
  ],
  choices: ({ calendars }) =>
    calendars.map(({ calendar_id, name, may_write }) => ({
      value: calendar_id,
      label: name,
      ...(may_write ? {} : { hint: 'to read only' }),
    })),
})
