import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, branchField, branchName, repoField } from '../fields'
import { pullExample, pullOutput } from './pull'

export const pullCreate = defineAction({
  id: 'github.pull.create',
  title: 'Open a pull request',
  summary: 'Proposes to merge a branch into another. People who watch the repository are told.',
  guidance:
    'Commit to the branch first. Say in the title what changes and in the body why; “Fixes #7” links the issue and closes it on merging.',
  effect: 'write',
  outward: true,
  trust: 'untrusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    head: branchField.meta({ title: 'Branch', description: 'The branch with the changes.' }),
    base: branchName.optional().meta({
      title: 'Into',
      description: 'The default branch when empty.',
      placeholder: 'main',
      control: 'text',
      pick: 'github.branch.list',
      pickInput: { repo: 'repo' },
    }),
    title: z.string().min(1).max(256).meta({ title: 'Title', control: 'text' }),
    body: bodyField.optional().meta({ title: 'Body', description: 'GitHub Markdown.', control: 'long_text' }),
    draft: z.boolean().optional().meta({ title: 'As a draft', control: 'toggle' }),
  }),
  output: pullOutput,
  preview: ({ repo, head, title }) =>
    shorten(`Open a pull request in ${shorten(repo, 40)} from ${shorten(head, 30)}: ${title}`, 120),
  examples: [
    {
      title: 'Into the default branch',
      input: {
        repo: 'acme/website',
        head: 'carts-on-every-device',
        title: 'Carts on every device',
        body: 'Fixes #3.',
      },
      output: {
        ...pullExample,
        number: 6,
        title: 'Carts on every device',
        body: 'Fixes #3.',
        author: 'acme-bot',
        head: 'carts-on-every-device',
        head_sha: '26b035e8545daf1172a1d58446fccee939fad38e',
      },
    },
    {
      title: 'As a draft',
      input: {
        repo: 'acme/website',
        head: 'carts-on-every-device',
        base: 'fix-umlaut-search',
        title: 'Try both together',
        draft: true,
      },
      output: {
        ...pullExample,
        number: 7,
        title: 'Try both together',
        body: '',
        draft: true,
        author: 'acme-bot',
        head: 'carts-on-every-device',
        base: 'fix-umlaut-search',
      },
    },
  ],
})
