import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchField, repoField, shaField } from '../fields'

export const branchDelete = defineAction({
  id: 'github.branch.delete',
  title: 'Delete a branch',
  summary: 'Deletes a branch. Commits that no other branch has are lost.',
  guidance:
    'Delete a branch only after its pull request is merged, and name the commit at which it should stand.',
  effect: 'irreversible',
  outward: false,
  trust: 'trusted',
  // A branch that is gone already is what was asked for.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    branch: branchField,
    sha: shaField.optional().meta({
      title: 'Only if it stands at',
      description: 'The sha of a commit. When the branch has other commits, it is kept.',
      control: 'text',
    }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    branch: z.string().meta({ title: 'Branch' }),
    is_gone: z.boolean().meta({ title: 'Is gone' }),
  }),
  preview: ({ repo, branch }) => shorten(`Delete the branch ${shorten(branch, 50)} of ${repo}`, 120),
  examples: [
    {
      title: 'By its name',
      input: { repo: 'acme/website', branch: 'carts-on-every-device' },
      output: { repo: 'acme/website', branch: 'carts-on-every-device', is_gone: true },
    },
    {
      title: 'Only at a commit',
      input: {
        repo: 'acme/website',
        branch: 'fix-umlaut-search',
        sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
      },
      output: { repo: 'acme/website', branch: 'fix-umlaut-search', is_gone: true },
    },
  ],
})
