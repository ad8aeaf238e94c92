import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { channelField, wordsFields } from '../fields'
import { postedOutput } from './posted'

export const messagePost = defineAction({
  id: 'slack.message.post',
  title: 'Post a message',
  summary: 'Posts a message in a channel.',
  guidance: 'Say the news in the first line. Check the channel first. Do not post the same thing twice.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['chat:write'],
  lookupScopes: ['channels:history'],
  input: z.strictObject({ channel: channelField, ...wordsFields }),
  output: postedOutput,
  preview: ({ channel, text }, names) => `${shorten(`Post to ${names?.channel ?? channel}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'News for a channel',
      input: { channel: 'C000000004', text: 'The import is done: 1,204 rows.' },
      output: {
        channel: 'C000000004',
        ts: '1762075200.000100',
        thread: '1762075200.000100',
        text: 'The import is done: 1,204 rows.',
      },
    },
    {
      title: 'Calling the channel',
      input: { channel: 'C000000004', text: '<!here> The shop is down.', mentions: true },
      output: {
        channel: 'C000000004',
        ts: '1762075260.000200',
        thread: '1762075260.000200',
        text: '<!here> The shop is down.',
      },
    },
    {
      title: 'With blocks',
      input: {
        channel: 'C000000004',
        text: 'Release 4.2 is out',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Release 4.2 is out' } },
          { type: 'section', text: { type: 'mrkdwn', text: '*Shop*: faster checkout' } },
          { type: 'divider' },
        ],
      },
      output: {
        channel: 'C000000004',
        ts: '1762075280.000250',
        thread: '1762075280.000250',
        text: 'Release 4.2 is out',
      },
    },
  ],
})
