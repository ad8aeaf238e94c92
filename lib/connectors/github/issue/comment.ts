import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, issueNumberField, repoField } from '../fields'

export const issueComment = defineAction({
  id: 'github.issue.comment',
  title: 'Comment on an issue',
  summary: 'Writes a comment under an issue or pull request. People who follow it are told.',
  guidance:
    'Read the issue first. Write only what helps its readers; the comment stands under the connected account’s name.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: issueNumberField,
    body: bodyField.min(1).meta({ title: 'Comment', description: 'GitHub Markdown.', control: 'long_text' }),
  }),
  output: z.object({
    comment_id: z.number().int().meta({ title: 'Comment id' }),
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Issue number' }),
    body: z.string().meta({ title: 'Comment' }),
    author: z.string().meta({ title: 'Author' }),
    url: z.string().meta({ title: 'Address' }),
    created_at: z.string().meta({ title: 'Written at' }),
  }),
  preview: ({ repo, number, body }) =>
    shorten(`Comment on ${shorten(repo, 50)}#${number}: “${body}`, 119).concat('”'),
  examples: [
    {
      title: 'Answer a report',
      input: { repo: 'acme/website', number: 1, body: 'Thanks. We can see it too and are on it.' },
      output: {
        comment_id: 1,
        repo: 'acme/website',
        number: 1,
        body: 'Thanks. We can see it too and are on it.',
        author: 'acme-bot',
        url: 'https://github.com/acme/website/issues/1#issuecomment-1',
        created_at: '2026-11-02T09:20:00Z',
      },
    },
    {
      title: 'Ask for more',
      input: { repo: 'acme/website', number: 2, body: 'Which browser is this?' },
      output: {
        comment_id: 2,
        repo: 'acme/website',
        number: 2,
        body: 'Which browser is this?',
        author: 'acme-bot',
        url: 'https://github.com/acme/website/issues/2#issuecomment-2',
        created_at: '2026-11-02T09:21:00Z',
      },
    },
  ],
})
