import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { userField, wordsFields } from '../fields'
import { postedOutput } from './posted'

export const messageDirect = defineAction({
  id: 'slack.message.direct',
  title: 'Send a direct message',
  summary: 'Writes to one person directly.',
  guidance:
    'Use this for what concerns one person alone. Find the person first, and be sure that it is the right one.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['chat:write', 'im:write'],
  lookupScopes: ['im:history'],
  input: z.strictObject({
    user: userField.meta({
      title: 'Person',
      description: 'The person’s id.',
      placeholder: 'U0123456789',
      control: 'text',
      pick: 'slack.user.search',
      destination: true,
    }),
    ...wordsFields,
  }),
  output: postedOutput,
  preview: ({ user, text }, names) => `${shorten(`Write to ${names?.user ?? user}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'A word to one person',
      input: { user: 'U000000002', text: 'Your import is done: 1,204 rows.' },
      output: {
        channel: 'D000000009',
        ts: '1762075200.000100',
        thread: '1762075200.000100',
        text: 'Your import is done: 1,204 rows.',
      },
    },
    {
      title: 'With a heading',
      input: {
        user: 'U000000003',
        text: 'Your turn to review',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Your turn to review' } }],
      },
      output: {
        channel: 'D000000010',
        ts: '1762075260.000200',
        thread: '1762075260.000200',
        text: 'Your turn to review',
      },
    },
  ],
})
