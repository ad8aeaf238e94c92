import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { issueNumberField, loginsField, repoField } from '../fields'

export const issueAssign = defineAction({
  id: 'github.issue.assign',
  title: 'Assign an issue',
  summary: 'Gives an issue or pull request to people, and keeps those who have it. They are told.',
  guidance: 'List who can be assigned first, and use their exact logins.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  // Who has it already is not assigned again.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: issueNumberField,
    people: loginsField,
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Issue number' }),
    assignees: z.array(z.string()).meta({ title: 'All who have it now' }),
  }),
  preview: ({ repo, number, people }) =>
    shorten(`Assign ${shorten(repo, 50)}#${number} to ${people.join(', ')}`, 120),
  examples: [
    {
      title: 'One person',
      input: { repo: 'acme/website', number: 1, people: ['tomas-novak'] },
      output: { repo: 'acme/website', number: 1, assignees: ['tomas-novak'] },
    },
    {
      title: 'Two people',
      input: { repo: 'acme/website', number: 2, people: ['aiko-tanaka', 'tomas-novak'] },
      output: { repo: 'acme/website', number: 2, assignees: ['aiko-tanaka', 'tomas-novak'] },
    },
  ],
})
