import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { channelField, messageTs, wordsFields } from '../fields'

export const messageSchedule = defineAction({
  id: 'slack.message.schedule',
  title: 'Schedule a message',
  summary:
    'Lets Slack post a message at a later time, up to 120 days ahead. Until then it can be taken back.',
  guidance: 'Use this for news that must not come earlier. Keep what it returns: it takes the message back.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  // Slack lists scheduled messages without their metadata: two with the same words could not be told apart.
  repeat: 'never',
  scopes: ['chat:write'],
  undo: 'slack.message.unschedule',
  input: z.strictObject({
    channel: channelField,
    at: z.iso.datetime({ offset: true, error: 'Write a time like 2026-11-30T09:00:00Z.' }).meta({
      title: 'Post at',
      description: 'A moment with its zone: 2026-11-30T09:00:00Z or …+01:00.',
      placeholder: '2026-11-30T09:00:00Z',
      control: 'text',
    }),
    ...wordsFields,
    thread: messageTs.optional().meta({
      title: 'Thread',
      description: 'The id of the message to answer. Empty posts in the channel.',
      placeholder: '1762075200.000100',
      control: 'text',
      destination: true,
    }),
  }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    scheduled: z.string().meta({ title: 'Scheduled message id' }),
    at: z.string().meta({ title: 'Post at' }),
    text: z.string().meta({ title: 'Text' }),
  }),
  preview: ({ channel, at, text }, names) =>
    `${shorten(`Post to ${names?.channel ?? channel} at ${at}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'In the morning',
      input: { channel: 'C000000001', at: '2027-01-11T08:00:00Z', text: 'Good morning. The sale is on.' },
      output: {
        channel: 'C000000001',
        scheduled: 'Q0123456789',
        at: '2027-01-11T08:00:00.000Z',
        text: 'Good morning. The sale is on.',
      },
    },
    {
      title: 'In a zone',
      input: { channel: 'C000000004', at: '2027-01-11T09:00:00+01:00', text: 'The backup starts.' },
      output: {
        channel: 'C000000004',
        scheduled: 'Q0123456790',
        at: '2027-01-11T08:00:00.000Z',
        text: 'The backup starts.',
      },
    },
  ],
})
