import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchName, repoField } from '../fields'
import { changedFile, changedFileExample } from './change'

const picked = { control: 'text', pick: 'github.branch.list', pickInput: { repo: 'repo' } } as const

export const commitCompare = defineAction({
  id: 'github.commit.compare',
  title: 'Compare two branches',
  summary: 'Shows the commits and files in which one branch or commit differs from another.',
  guidance:
    'Use this to see what a branch would bring into another one. For a pull request, get that instead.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    base: branchName.meta({ title: 'From', description: 'A branch, tag or commit.', ...picked }),
    head: branchName.meta({ title: 'To', description: 'A branch, tag or commit.', ...picked }),
  }),
  output: z.object({
    ahead_by: z.number().int().meta({ title: 'Commits ahead' }),
    behind_by: z.number().int().meta({ title: 'Commits behind' }),
    commits: z
      .array(
        z.object({
          sha: z.string().meta({ title: 'Sha' }),
          message: z.string().meta({ title: 'Message' }),
          author: z.string().meta({ title: 'Author' }),
        }),
      )
      .meta({ title: 'Commits' }),
    files: z.array(changedFile).meta({ title: 'Changed files' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: ({ repo, base, head }) => shorten(`Compare ${head} with ${base} in ${repo}`, 120),
  examples: [
    {
      title: 'A branch with main',
      input: { repo: 'acme/website', base: 'main', head: 'fix-umlaut-search' },
      output: {
        ahead_by: 1,
        behind_by: 0,
        commits: [
          {
            sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
            message: 'Find words with and without umlauts',
            author: 'tomas-novak',
          },
        ],
        files: [changedFileExample],
        url: 'https://github.com/acme/website/compare/main...fix-umlaut-search',
      },
    },
    {
      title: 'No difference',
      input: { repo: 'acme/website', base: 'main', head: 'main' },
      output: {
        ahead_by: 0,
        behind_by: 0,
        commits: [],
        files: [],
        url: 'https://github.com/acme/website/compare/main...main',
      },
    },
  ],
})
