import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { channelField, ownMessageField, wordsFields } from '../fields'

export const messageUpdate = defineAction({
  id: 'slack.message.update',
  title: 'Change a message',
  summary: 'Replaces the text of a message that this connection posted.',
  guidance:
    'Use this to bring a message of your own up to date instead of posting another. Give the whole new text.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['chat:write'],
  input: z.strictObject({ channel: channelField, ts: ownMessageField, ...wordsFields }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    ts: z.string().meta({ title: 'Message id' }),
    text: z.string().meta({ title: 'Text' }),
  }),
  preview: ({ channel, text }, names) =>
    `${shorten(`Change a message in ${names?.channel ?? channel}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'News of an incident',
      input: { channel: 'C000000004', ts: '1762075200.000100', text: 'Solved: payments work again.' },
      output: { channel: 'C000000004', ts: '1762075200.000100', text: 'Solved: payments work again.' },
    },
    {
      title: 'With blocks',
      input: {
        channel: 'C000000004',
        ts: '1762075200.000100',
        text: 'Solved',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Solved* at 11:40' } }],
      },
      output: { channel: 'C000000004', ts: '1762075200.000100', text: 'Solved' },
    },
  ],
})
