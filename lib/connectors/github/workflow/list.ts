import { z } from 'zod'
import { defineAction } from '../../contract'
import { repoField } from '../fields'

export const workflowList = defineAction({
  id: 'github.workflow.list',
  title: 'List GitHub workflows',
  summary: 'Lists the GitHub Actions workflows of a repository.',
  guidance: 'Use this to find the exact file of a workflow before you run it.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({ repo: repoField }),
  output: z.object({
    workflows: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          file: z.string().meta({ title: 'File' }),
          is_active: z.boolean().meta({ title: 'Is active' }),
        }),
      )
      .meta({ title: 'Workflows' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo }) => `List the GitHub workflows of ${repo}`.slice(0, 120),
  examples: [
    {
      title: 'A repository’s workflows',
      input: { repo: 'acme/website' },
      output: { workflows: [{ name: 'Release', file: 'release.yml', is_active: true }], count: 1 },
    },
    { title: 'None', input: { repo: 'acme/handbook' }, output: { workflows: [], count: 0 } },
  ],
  choices: ({ workflows }) =>
    workflows
      .filter(({ is_active }) => is_active)
      .map(({ name, file }) => ({ value: file, label: name, hint: file })),
})
