import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, pullNumberField, repoField, shaField } from '../fields'

const verdicts: Readonly<Record<string, string>> = {
  approve: 'Approve',
  request_changes: 'Ask for changes to',
  comment: 'Comment on',
}

export const reviewCreate = defineAction({
  id: 'github.review.create',
  title: 'Review a pull request',
  summary: 'Approves a pull request, asks for changes, or comments on it. Its author is told.',
  guidance:
    'Get the pull request first and read every changed file. Give the sha that you read, so that later commits are not approved unseen.',
  // A review can be dismissed, but never taken back, and an approval may be merged at once.
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: pullNumberField,
    verdict: z.enum(['approve', 'request_changes', 'comment']).meta({ title: 'Verdict', control: 'choice' }),
    body: bodyField.optional().meta({
      title: 'Review',
      description: 'GitHub Markdown. Only an approval may do without.',
      control: 'long_text',
    }),
    sha: shaField.optional().meta({
      title: 'The commit that was read',
      description: 'The sha of the pull request’s last commit, as “Get a pull request” gives it.',
      control: 'text',
    }),
  }),
  output: z.object({
    review_id: z.number().int().meta({ title: 'Review id' }),
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Pull request' }),
    verdict: z.enum(['approve', 'request_changes', 'comment']).meta({ title: 'Verdict' }),
    body: z.string().meta({ title: 'Review' }),
    author: z.string().meta({ title: 'Author' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: ({ repo, number, verdict, body }) =>
    shorten(`${verdicts[verdict] ?? 'Review'} ${shorten(repo, 50)}#${number}${body ? `: ${body}` : ''}`, 120),
  examples: [
    {
      title: 'Approve what was read',
      input: {
        repo: 'acme/website',
        number: 5,
        verdict: 'approve',
        sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
      },
      output: {
        review_id: 1,
        repo: 'acme/website',
        number: 5,
        verdict: 'approve',
        body: '',
        author: 'acme-bot',
        url: 'https://github.com/acme/website/pull/5#pullrequestreview-1',
      },
    },
    {
      title: 'Ask for a test',
      input: {
        repo: 'acme/website',
        number: 5,
        verdict: 'request_changes',
        body: 'Please test a word with ß as well.',
      },
      output: {
        review_id: 2,
        repo: 'acme/website',
        number: 5,
        verdict: 'request_changes',
        body: 'Please test a word with ß as well.',
        author: 'acme-bot',
        url: 'https://github.com/acme/website/pull/5#pullrequestreview-2',
      },
    },
  ],
})
