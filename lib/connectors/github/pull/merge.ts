import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { pullNumberField, repoField, shaField } from '../fields'

export const pullMerge = defineAction({
  id: 'github.pull.merge',
  title: 'Merge a pull request',
  summary: 'Merges a pull request at exactly the commit that was looked at. People who follow it are told.',
  guidance:
    'Get the pull request first: merge only when its checks have passed, and with the sha that it gave. When a commit came since, nothing is merged.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  // The same commit is merged once: one that is merged already stays as it is.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: pullNumberField,
    sha: shaField.meta({
      title: 'At the commit',
      description: 'The sha of the pull request’s last commit, as “Get a pull request” gives it.',
      control: 'text',
    }),
    method: z
      .enum(['merge', 'squash', 'rebase'])
      .optional()
      .meta({ title: 'How', description: 'A merge commit when empty.', control: 'choice' }),
    title: z.string().min(1).max(256).optional().meta({
      title: 'First line of the commit',
      description: 'GitHub’s own when empty.',
      control: 'text',
    }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    number: z.number().int().meta({ title: 'Pull request' }),
    sha: z.string().meta({ title: 'Sha of the merge' }),
    head_sha: z.string().meta({ title: 'Sha that was merged' }),
    head: z.string().meta({ title: 'The branch that was merged' }),
    base: z.string().meta({ title: 'Into the branch' }),
  }),
  preview: ({ repo, number, sha, method = 'merge' }) =>
    shorten(`Merge ${shorten(repo, 60)}#${number} at ${sha.slice(0, 7)} (${method})`, 120),
  examples: [
    {
      title: 'With a merge commit',
      input: { repo: 'acme/website', number: 5, sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370' },
      output: {
        repo: 'acme/website',
        number: 5,
        sha: '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d',
        head_sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
        head: 'fix-umlaut-search',
        base: 'main',
      },
    },
    {
      title: 'As one commit',
      input: {
        repo: 'acme/website',
        number: 5,
        sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
        method: 'squash',
        title: 'Find words with and without umlauts (#5)',
      },
      output: {
        repo: 'acme/website',
        number: 5,
        sha: '553c2077f0edc3d5dc5d17262f6aa498e69d6f8e',
        head_sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
        head: 'fix-umlaut-search',
        base: 'main',
      },
    },
  ],
})
