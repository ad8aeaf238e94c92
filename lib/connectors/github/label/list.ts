import { z } from 'zod'
import { defineAction } from '../../contract'
import { repoField } from '../fields'

export const labelList = defineAction({
  id: 'github.label.list',
  title: 'List labels',
  summary: 'Lists the labels that a repository has.',
  guidance: 'Use this before labelling, to choose from the labels that exist instead of inventing new ones.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({ repo: repoField }),
  output: z.object({
    labels: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          description: z.string().meta({ title: 'Description' }),
        }),
      )
      .meta({ title: 'Labels' }),
  }),
  preview: ({ repo }) => `List the labels of ${repo}`.slice(0, 120),
  examples: [
    {
      title: 'A repository’s labels',
      input: { repo: 'acme/website' },
      output: { labels: [{ name: 'bug', description: 'Something is broken' }] },
    },
    { title: 'A repository without labels', input: { repo: 'acme/handbook' }, output: { labels: [] } },
  ],
  choices: ({ labels }) =>
    labels.map(({ name, description }) => ({
      value: name,
      label: name,
      ...(description ? { hint: description } : {}),
    })),
})
