import { z } from 'zod'

/** An event as every action of the calendar gives it. */
export const eventOutput = z.object({
  event_id: z.string().meta({ title: 'Event id' }),
  title: z.string().meta({ title: 'Title' }),
  description: z.string().meta({ title: 'Description' }),
  location: z.string().meta({ title: 'Place' }),
  start: z.string().meta({ title: 'Start' }),
  end: z.string().meta({ title: 'End' }),
  is_all_day: z.boolean().meta({ title: 'All day' }),
  guests: z
    .array(
      z.object({
        email: z.string().meta({ title: 'Address' }),
        response: z.string().meta({ title: 'Answer' }),
      }),
    )
    .meta({ title: 'Guests' }),
  status: z.string().meta({ title: 'Status' }),
  url: z.string().meta({ title: 'Address' }),
})

export type CalendarEvent = z.output<typeof eventOutput>

export const eventExample: CalendarEvent = {
  event_id: 'standup',
  title: 'Stand-up',
  description: 'What we did, what we do, what is in the way.',
  location: 'Meeting room Basil',
  start: '2026-11-03T09:00:00.000Z',
  end: '2026-11-03T09:15:00.000Z',
  is_all_day: false,
  guests: [{ email: 'lena-fischer@acme.example', response: 'accepted' }],
  status: 'confirmed',
  url: 'https://calendar.google.com/calendar/event?eid=standup',
}
