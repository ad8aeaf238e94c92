import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, repoField } from '../fields'
import { issueExample, issueOutput } from './issue'

export const issueSearch = defineAction({
  id: 'github.issue.search',
  title: 'Search issues',
  summary: 'Finds issues of a repository by words in their title or body.',
  guidance: 'Use this to look for duplicates or related reports. Two or three telling words work best.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    query: z.string().min(1).max(200).meta({
      title: 'Words',
      description: 'Words in the title or body.',
      placeholder: 'checkout',
      control: 'text',
    }),
    state: z
      .enum(['open', 'closed', 'all'])
      .optional()
      .meta({ title: 'State', description: 'All when empty.', control: 'choice' }),
    limit: limitField(50).meta({ title: 'At most', description: '20 when empty.', control: 'number' }),
  }),
  output: z.object({
    issues: z.array(issueOutput).meta({ title: 'Issues' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo, query }) => shorten(`Search ${repo} for issues about “${query}”`, 120),
  examples: [
    {
      title: 'Look for a duplicate',
      input: { repo: 'acme/website', query: 'checkout' },
      output: { issues: [issueExample], count: 1 },
    },
    {
      title: 'Only open ones',
      input: { repo: 'acme/website', query: 'export', state: 'open', limit: 5 },
      output: { issues: [], count: 0 },
    },
  ],
})
