import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { loginsField, pullNumberField, repoField } from '../fields'

export const reviewRequest = defineAction({
  id: 'github.review.request',
  title: 'Ask for a review',
  summary: 'Asks people to review a pull request, and keeps those who were asked. They are told.',
  guidance: 'List the repository’s people first. Its author cannot be asked.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  // Who is asked already is not asked again.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: pullNumberField,
    people: loginsField,
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Pull request' }),
    reviewers: z.array(z.string()).meta({ title: 'All who are asked now' }),
  }),
  preview: ({ repo, number, people }) =>
    shorten(`Ask ${shorten(people.join(', '), 50)} to review ${shorten(repo, 50)}#${number}`, 120),
  examples: [
    {
      title: 'One person',
      input: { repo: 'acme/website', number: 5, people: ['priya-raman'] },
      output: { repo: 'acme/website', number: 5, reviewers: ['priya-raman'] },
    },
    {
      title: 'Two people',
      input: { repo: 'acme/website', number: 5, people: ['priya-raman', 'aiko-tanaka'] },
      output: { repo: 'acme/website', number: 5, reviewers: ['priya-raman', 'aiko-tanaka'] },
    },
  ],
})
