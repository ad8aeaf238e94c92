import { z } from 'zod'
import { defineAction } from '../../contract'
import { repoField } from '../fields'

export const assigneeList = defineAction({
  id: 'github.assignee.list',
  title: 'List people of a repository',
  summary: 'Lists the people to whom issues and reviews of a repository can be given.',
  guidance: 'Use this to find somebody’s exact login before you assign or ask for a review.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({ repo: repoField }),
  output: z.object({
    people: z.array(z.object({ login: z.string().meta({ title: 'Login' }) })).meta({ title: 'People' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo }) => `List the people of ${repo}`.slice(0, 120),
  examples: [
    {
      title: 'Who works in a repository',
      input: { repo: 'acme/website' },
      output: { people: [{ login: 'tomas-novak' }, { login: 'aiko-tanaka' }], count: 2 },
    },
    {
      title: 'A private one',
      input: { repo: 'acme/api' },
      output: { people: [{ login: 'priya-raman' }], count: 1 },
    },
  ],
  choices: ({ people }) => people.map(({ login }) => ({ value: login, label: login })),
})
