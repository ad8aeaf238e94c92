import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { issueNumberField, repoField } from '../fields'

export const issueLabel = defineAction({
  id: 'github.issue.label',
  title: 'Add labels to an issue',
  summary: 'Adds labels to an issue and keeps those it has.',
  guidance: 'List the repository’s labels first and use their exact names.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // Adding a label that is there already changes nothing.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: issueNumberField,
    labels: z
      .array(z.string().min(1).max(50))
      .min(1)
      .max(20)
      .meta({
        title: 'Labels',
        control: 'tags',
        pick: 'github.label.list',
        pickInput: { repo: 'repo' },
      }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Issue number' }),
    labels: z.array(z.string()).meta({ title: 'All labels now' }),
  }),
  preview: ({ repo, number, labels }) =>
    shorten(`Label ${shorten(repo, 50)}#${number} with ${labels.join(', ')}`, 120),
  examples: [
    {
      title: 'One label',
      input: { repo: 'acme/website', number: 1, labels: ['high priority'] },
      output: { repo: 'acme/website', number: 1, labels: ['bug', 'high priority'] },
    },
    {
      title: 'Two labels',
      input: { repo: 'acme/website', number: 2, labels: ['bug', 'needs info'] },
      output: { repo: 'acme/website', number: 2, labels: ['bug', 'needs info'] },
    },
  ],
})
