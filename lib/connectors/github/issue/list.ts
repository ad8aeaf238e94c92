import { z } from 'zod'
import { defineAction } from '../../contract'
import { limitField, repoField } from '../fields'
import { issueExample, issueOutput } from './issue'

export const issueList = defineAction({
  id: 'github.issue.list',
  title: 'List issues',
  summary: 'Lists the issues of a repository, newest first.',
  guidance: 'Use this for an overview of one repository. To find issues by words, search instead.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    state: z
      .enum(['open', 'closed', 'all'])
      .optional()
      .meta({ title: 'State', description: 'Open ones when empty.', control: 'choice' }),
    labels: z
      .array(z.string().min(1).max(50))
      .max(20)
      .optional()
      .meta({
        title: 'Labels',
        description: 'Only issues that carry all of these.',
        control: 'tags',
        pick: 'github.label.list',
        pickInput: { repo: 'repo' },
      }),
    since: z.iso.datetime({ offset: true }).optional().meta({
      title: 'Changed since',
      description: 'A time such as 2026-11-01T00:00:00Z.',
      placeholder: '2026-11-01T00:00:00Z',
      control: 'text',
    }),
    limit: limitField(100).meta({ title: 'At most', description: '30 when empty.', control: 'number' }),
  }),
  output: z.object({
    issues: z.array(issueOutput).meta({ title: 'Issues' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo, state }) =>
    `List the ${state === 'all' ? '' : `${state ?? 'open'} `}issues of ${repo}`.slice(0, 120),
  examples: [
    { title: 'Open issues', input: { repo: 'acme/website' }, output: { issues: [issueExample], count: 1 } },
    {
      title: 'Closed ones with a label',
      input: { repo: 'acme/website', state: 'closed', labels: ['bug'], limit: 10 },
      output: { issues: [], count: 0 },
    },
  ],
})
