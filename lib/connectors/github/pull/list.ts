import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchName, limitField, repoField } from '../fields'
import { pullExample, pullOutput } from './pull'

const picked = { control: 'text', pick: 'github.branch.list', pickInput: { repo: 'repo' } } as const

export const pullList = defineAction({
  id: 'github.pull.list',
  title: 'List pull requests',
  summary: 'Lists the pull requests of a repository, newest first.',
  guidance: 'Use this for an overview, or to see whether a branch has a pull request already.',
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
    head: branchName.optional().meta({ title: 'Only of the branch', ...picked }),
    base: branchName.optional().meta({ title: 'Only into the branch', ...picked }),
    limit: limitField(100).meta({ title: 'At most', description: '30 when empty.', control: 'number' }),
  }),
  output: z.object({
    pulls: z.array(pullOutput).meta({ title: 'Pull requests' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo, state = 'open' }) =>
    shorten(`List the ${state === 'all' ? '' : `${state} `}pull requests of ${repo}`, 120),
  examples: [
    { title: 'Open ones', input: { repo: 'acme/website' }, output: { pulls: [pullExample], count: 1 } },
    {
      title: 'Of one branch',
      input: { repo: 'acme/website', state: 'all', head: 'carts-on-every-device', base: 'main', limit: 5 },
      output: { pulls: [], count: 0 },
    },
  ],
  choices: ({ pulls }) =>
    pulls.map(({ number, title, head }) => ({
      value: String(number),
      label: `#${number} ${title}`,
      hint: head,
    })),
})
