import { z } from 'zod'
import { defineAction } from '../../contract'
import { channelField } from '../fields'

export const messageUnschedule = defineAction({
  id: 'slack.message.unschedule',
  title: 'Take a scheduled message back',
  summary: 'Deletes a scheduled message before it is posted. One that waits no longer is left as it is.',
  guidance:
    'Use this with what scheduling the message returned. It cannot take back what was posted already.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['chat:write'],
  input: z.strictObject({
    channel: channelField,
    scheduled: z
      .string()
      .regex(/^Q[A-Z0-9]{2,}$/, 'A scheduled message’s id starts with Q.')
      .meta({
        title: 'Scheduled message',
        description: 'The id that scheduling it returned.',
        placeholder: 'Q0123456789',
        control: 'text',
        destination: true,
      }),
  }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    scheduled: z.string().meta({ title: 'Id of the message that waits no longer' }),
  }),
  preview: ({ channel, scheduled }, names) =>
    `Take back the scheduled message ${scheduled} for ${names?.channel ?? channel}`.slice(0, 120),
  examples: [
    {
      title: 'Take it back',
      input: { channel: 'C000000001', scheduled: 'Q0123456789' },
      output: { channel: 'C000000001', scheduled: 'Q0123456789' },
    },
    {
      title: 'In another channel',
      input: { channel: 'C000000004', scheduled: 'Q0123456790' },
      output: { channel: 'C000000004', scheduled: 'Q0123456790' },
    },
  ],
})
