import { z } from 'zod'
import { defineAction } from '../../contract'
import { limitField, repoField } from '../fields'

export const branchList = defineAction({
  id: 'github.branch.list',
  title: 'List branches',
  summary: 'Lists the branches of a repository with the commit at which each stands.',
  guidance: 'Use this to find a branch’s exact name, or to see whether a name is taken.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    limit: limitField(100).meta({ title: 'At most', description: '100 when empty.', control: 'number' }),
  }),
  output: z.object({
    branches: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          sha: z.string().meta({ title: 'Sha of its last commit' }),
          protected: z.boolean().meta({ title: 'Protected' }),
        }),
      )
      .meta({ title: 'Branches' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo }) => `List the branches of ${repo}`.slice(0, 120),
  examples: [
    {
      title: 'A repository’s branches',
      input: { repo: 'acme/website' },
      output: {
        branches: [{ name: 'main', sha: '643ab870b90265bc7c4c70a0b23043a3ee9932bf', protected: false }],
        count: 1,
      },
    },
    { title: 'The first few', input: { repo: 'acme/api', limit: 5 }, output: { branches: [], count: 0 } },
  ],
  choices: ({ branches }) => branches.map(({ name }) => ({ value: name, label: name })),
})
