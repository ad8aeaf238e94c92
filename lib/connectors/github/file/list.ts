import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, pathField, refField, repoField } from '../fields'

export const fileList = defineAction({
  id: 'github.file.list',
  title: 'List files',
  summary: 'Lists the files of a repository, or of one folder, with all folders inside.',
  guidance:
    'Use this to see how a repository is laid out. To find files by what stands in them, search the code.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    branch: refField,
    folder: pathField.optional().meta({
      title: 'Folder',
      description: 'The whole repository when empty.',
      placeholder: 'src',
      control: 'text',
    }),
    limit: limitField(1000).meta({ title: 'At most', description: '300 when empty.', control: 'number' }),
  }),
  output: z.object({
    files: z
      .array(
        z.object({
          path: z.string().meta({ title: 'Path' }),
          byte_count: z.number().int().meta({ title: 'Size in bytes' }),
          sha: z.string().meta({ title: 'Sha of the content' }),
        }),
      )
      .meta({ title: 'Files' }),
    count: z.number().int().meta({ title: 'How many' }),
    is_complete: z.boolean().meta({ title: 'These are all' }),
  }),
  preview: ({ repo, branch, folder }) =>
    shorten(`List the files ${folder ? `in ${folder} ` : ''}of ${repo}${branch ? ` at ${branch}` : ''}`, 120),
  examples: [
    {
      title: 'A folder',
      input: { repo: 'acme/website', folder: 'src/search' },
      output: {
        files: [
          {
            path: 'src/search/normalise.ts',
            byte_count: 136,
            sha: 'cd9d12fc8266766e3313374bd82bc9a85b4fe593',
          },
        ],
        count: 1,
        is_complete: true,
      },
    },
    {
      title: 'A branch',
      input: { repo: 'acme/website', branch: 'fix-umlaut-search', limit: 100 },
      output: { files: [], count: 0, is_complete: true },
    },
  ],
  choices: ({ files }) => files.map(({ path }) => ({ value: path, label: path })),
})
