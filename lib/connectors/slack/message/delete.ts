import { z } from 'zod'
import { defineAction } from '../../contract'
import { channelField, ownMessageField } from '../fields'

export const messageDelete = defineAction({
  id: 'slack.message.delete',
  title: 'Delete a message',
  summary: 'Deletes a message that this connection posted. One that is gone already stays gone.',
  guidance: 'Use this only for a message of your own that must not stand there. Changing it is often better.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['chat:write'],
  input: z.strictObject({ channel: channelField, ts: ownMessageField }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    ts: z.string().meta({ title: 'Message id' }),
  }),
  preview: ({ channel, ts }, names) =>
    `Delete the message ${ts} in ${names?.channel ?? channel}`.slice(0, 120),
  examples: [
    {
      title: 'Take a message away',
      input: { channel: 'C000000004', ts: '1762075200.000100' },
      output: { channel: 'C000000004', ts: '1762075200.000100' },
    },
    {
      title: 'Take a reply away',
      input: { channel: 'C000000003', ts: '1762075290.000300' },
      output: { channel: 'C000000003', ts: '1762075290.000300' },
    },
  ],
})
