import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchName, repoField } from '../fields'

export const branchCreate = defineAction({
  id: 'github.branch.create',
  title: 'Create a branch',
  summary:
    'Creates a branch at the end of another. One that is there already and has no commits of its own is kept.',
  guidance: 'Give a short name that says what the branch is for, such as fix-checkout-safari.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A branch of that name without commits of its own is what was asked for; any other is refused.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    branch: branchName.meta({
      title: 'New branch',
      placeholder: 'fix-checkout-safari',
      control: 'text',
      destination: true,
    }),
    from: branchName.optional().meta({
      title: 'From',
      description: 'A branch, tag or commit. The default branch when empty.',
      placeholder: 'main',
      control: 'text',
      pick: 'github.branch.list',
      pickInput: { repo: 'repo' },
    }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    branch: z.string().meta({ title: 'Branch' }),
    sha: z.string().meta({ title: 'Sha of its last commit' }),
  }),
  preview: ({ repo, branch, from }) =>
    shorten(`Create the branch ${shorten(branch, 50)} in ${repo}${from ? ` from ${from}` : ''}`, 120),
  undo: 'github.branch.delete',
  examples: [
    {
      title: 'From the default branch',
      input: { repo: 'acme/website', branch: 'fix-checkout-safari' },
      output: {
        repo: 'acme/website',
        branch: 'fix-checkout-safari',
        sha: '643ab870b90265bc7c4c70a0b23043a3ee9932bf',
      },
    },
    {
      title: 'From another branch',
      input: { repo: 'acme/website', branch: 'search-tests', from: 'fix-umlaut-search' },
      output: {
        repo: 'acme/website',
        branch: 'search-tests',
        sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
      },
    },
  ],
})
