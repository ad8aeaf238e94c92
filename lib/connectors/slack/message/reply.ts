import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { channelField, messageTs, wordsFields } from '../fields'
import { postedOutput } from './posted'

export const messageReply = defineAction({
  id: 'slack.message.reply',
  title: 'Reply in a thread',
  summary: 'Posts a reply in the thread under a message.',
  guidance: 'Use this to answer a message that you have read or posted, rather than posting a new one.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['chat:write'],
  lookupScopes: ['channels:history'],
  input: z.strictObject({
    channel: channelField,
    thread: messageTs.meta({
      title: 'Message to answer',
      description: 'The message’s id, as posting or listing messages gives it.',
      placeholder: '1762075200.000100',
      control: 'text',
      destination: true,
    }),
    ...wordsFields,
    broadcast: z.boolean().optional().meta({
      title: 'Show it in the channel too',
      description: 'Off: only who follows the thread hears of it.',
      control: 'toggle',
      destination: true,
    }),
  }),
  output: postedOutput,
  preview: ({ channel, text }, names) =>
    `${shorten(`Reply in a thread of ${names?.channel ?? channel}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'Answer a question',
      input: { channel: 'C000000003', thread: '1762075200.000100', text: 'Yes, until Friday.' },
      output: {
        channel: 'C000000003',
        ts: '1762075290.000300',
        thread: '1762075200.000100',
        text: 'Yes, until Friday.',
      },
    },
    {
      title: 'With a mention',
      input: {
        channel: 'C000000003',
        thread: '1762075200.000100',
        text: '<@U000000002> can help.',
        mentions: true,
      },
      output: {
        channel: 'C000000003',
        ts: '1762075300.000400',
        thread: '1762075200.000100',
        text: '<@U000000002> can help.',
      },
    },
  ],
})
