import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { markdownField, targetField } from './fields'

export const issueComment = defineAction({
  id: 'jira.issue.comment',
  title: 'Comment on an issue',
  summary: 'Writes a comment under an issue. People who watch it get a mail.',
  guidance:
    'Read the issue first. Write only what helps its readers; the comment stands under the connected account’s name.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['write:jira-work'],
  lookupScopes: ['read:jira-work'],
  input: z.strictObject({
    key: targetField,
    body: markdownField.min(1).meta({
      title: 'Comment',
      description: 'Markdown. Names stand as plain text and call nobody.',
      control: 'long_text',
    }),
  }),
  output: z.object({
    comment_id: z.string().meta({ title: 'Comment id' }),
    key: z.string().meta({ title: 'Issue' }),
    body: z.string().meta({ title: 'Comment' }),
    author: z.string().meta({ title: 'Author' }),
    created_at: z.string().meta({ title: 'Written at' }),
  }),
  preview: ({ key, body }) => shorten(`Comment on ${key} in Jira: “${body}`, 119).concat('”'),
  examples: [
    {
      title: 'Say what is known',
      input: { key: 'SHOP-4', body: 'We can see it too. **Workaround:** pay in Chrome.' },
      output: {
        comment_id: '10050',
        key: 'SHOP-4',
        body: 'We can see it too. **Workaround:** pay in Chrome.',
        author: 'Handrail',
        created_at: '2026-11-02T09:20:00.000Z',
      },
    },
    {
      title: 'Ask for more',
      input: { key: 'SHOP-5', body: 'Which phones is this?' },
      output: {
        comment_id: '10051',
        key: 'SHOP-5',
        body: 'Which phones is this?',
        author: 'Handrail',
        created_at: '2026-11-02T09:21:00.000Z',
      },
    },
  ],
})
