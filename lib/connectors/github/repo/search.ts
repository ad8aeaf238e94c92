import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField } from '../fields'

export const repoSearch = defineAction({
  id: 'github.repo.search',
  title: 'Search repositories',
  summary: 'Finds repositories by name, or lists those that the connection can reach.',
  guidance:
    'Use this to find the exact owner/name of a repository before you use it elsewhere. Leave the words out to list what is within reach.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    query: z.string().max(200).optional().meta({
      title: 'Words',
      description: 'Part of the name. Empty lists the repositories within reach, newest first.',
      placeholder: 'website',
      control: 'text',
    }),
    limit: limitField(100).meta({ title: 'At most', description: '30 when empty.', control: 'number' }),
  }),
  output: z.object({
    repositories: z
      .array(
        z.object({
          repo: z.string().meta({ title: 'Repository' }),
          description: z.string().meta({ title: 'Description' }),
          private: z.boolean().meta({ title: 'Private' }),
          url: z.string().meta({ title: 'Address' }),
          updated_at: z.string().meta({ title: 'Updated at' }),
        }),
      )
      .meta({ title: 'Repositories' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ query }) =>
    query
      ? `Search GitHub repositories for “${shorten(query, 60)}”`
      : 'List GitHub repositories within reach',
  examples: [
    {
      title: 'By a word of the name',
      input: { query: 'website' },
      output: {
        repositories: [
          {
            repo: 'acme/website',
            description: 'The shop at acme.example',
            private: false,
            url: 'https://github.com/acme/website',
            updated_at: '2026-11-02T09:14:00Z',
          },
        ],
        count: 1,
      },
    },
    {
      title: 'Nothing found',
      input: { query: 'no-such-thing', limit: 5 },
      output: { repositories: [], count: 0 },
    },
  ],
  choices: ({ repositories }) =>
    repositories.map(({ repo, description }) => ({
      value: repo,
      label: repo,
      ...(description ? { hint: description } : {}),
    })),
})
