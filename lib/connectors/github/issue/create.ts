import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, repoField } from '../fields'
import { issueExample, issueOutput } from './issue'

export const issueCreate = defineAction({
  id: 'github.issue.create',
  title: 'Create an issue',
  summary: 'Opens a new issue in a repository. People who watch it are told.',
  guidance:
    'Search for a duplicate first. Give a title that says what is wrong, and a body with the facts you have.',
  effect: 'write',
  outward: true,
  trust: 'untrusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    title: z.string().min(1).max(256).meta({ title: 'Title', control: 'text' }),
    body: bodyField.optional().meta({ title: 'Body', description: 'GitHub Markdown.', control: 'long_text' }),
    labels: z
      .array(z.string().min(1).max(50))
      .max(20)
      .optional()
      .meta({
        title: 'Labels',
        control: 'tags',
        pick: 'github.label.list',
        pickInput: { repo: 'repo' },
      }),
  }),
  output: issueOutput,
  preview: ({ repo, title }) => shorten(`Create the issue “${shorten(title, 60)}” in ${repo}`, 120),
  examples: [
    {
      title: 'With a label',
      input: {
        repo: 'acme/website',
        title: 'Prices show three decimals',
        body: 'Seen on /cart.',
        labels: ['bug'],
      },
      output: { ...issueExample, number: 13, title: 'Prices show three decimals', body: 'Seen on /cart.' },
    },
    {
      title: 'A title only',
      input: { repo: 'acme/handbook', title: 'Describe the on-call rota' },
      output: {
        ...issueExample,
        repo: 'acme/handbook',
        number: 3,
        title: 'Describe the on-call rota',
        body: '',
        labels: [],
      },
    },
  ],
})
