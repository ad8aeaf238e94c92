import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, pathField, repoField } from '../fields'

export const codeSearch = defineAction({
  id: 'github.code.search',
  title: 'Search code',
  summary: 'Finds files of a repository’s default branch by words that stand in them.',
  guidance:
    'Use names that code would use: a function, a field, an error’s words. All words must stand in the file. Then read the files that fit.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    query: z.string().min(1).max(200).meta({
      title: 'Words',
      description: 'All of them must stand in a file.',
      placeholder: 'payment session',
      control: 'text',
    }),
    folder: pathField.optional().meta({
      title: 'Folder',
      description: 'The whole repository when empty.',
      placeholder: 'src',
      control: 'text',
    }),
    limit: limitField(50).meta({ title: 'At most', description: '20 when empty.', control: 'number' }),
  }),
  output: z.object({
    files: z
      .array(
        z.object({
          path: z.string().meta({ title: 'Path' }),
          fragments: z.array(z.string()).meta({ title: 'Where the words stand' }),
          url: z.string().meta({ title: 'Address' }),
        }),
      )
      .meta({ title: 'Files' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ repo, query }) => shorten(`Search the code of ${repo} for “${query}”`, 120),
  examples: [
    {
      title: 'By the words of an error',
      input: { repo: 'acme/website', query: 'payment session id' },
      output: {
        files: [
          {
            path: 'src/checkout/pay-button.ts',
            fragments: ['  const sessionId = payment.session.id'],
            url: 'https://github.com/acme/website/blob/main/src/checkout/pay-button.ts',
          },
        ],
        count: 1,
      },
    },
    {
      title: 'In one folder',
      input: { repo: 'acme/website', query: 'normalise', folder: 'src/search', limit: 5 },
      output: { files: [], count: 0 },
    },
  ],
})
