import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchField, pathField, repoField, shaField } from '../fields'

export const commitCreate = defineAction({
  id: 'github.commit.create',
  title: 'Commit files',
  summary: 'Writes and deletes several files of a branch in one commit. All of them change, or none.',
  guidance:
    'Read each file first and give its whole new text, not a part. Change as few files as the task needs. Name the commit that you read as the base, so that nobody’s later work is lost. GitHub takes files under .github/workflows only with the scope workflow.',
  // A commit on a branch can be taken back by another commit.
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    branch: branchField,
    message: z.string().min(1).max(5000).meta({
      title: 'Message',
      description: 'The first line says what changes.',
      control: 'long_text',
    }),
    files: z
      .array(
        z.strictObject({
          path: pathField.meta({ title: 'Path' }),
          content: z.string().max(1_000_000).meta({ title: 'The whole new text' }),
        }),
      )
      .min(1)
      .max(100)
      .meta({
        title: 'Files',
        description: 'A list of { "path", "content" }: each file’s whole new text.',
        control: 'json',
      }),
    deletions: z
      .array(pathField)
      .max(100)
      .optional()
      .meta({
        title: 'Files to delete',
        control: 'tags',
        pick: 'github.file.list',
        pickInput: { repo: 'repo', branch: 'branch' },
      }),
    base: shaField.optional().meta({
      title: 'Only if the branch is still at',
      description: 'The sha of a commit. When the branch has moved on since, nothing is written.',
      control: 'text',
    }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    branch: z.string().meta({ title: 'Branch' }),
    sha: z.string().meta({ title: 'Sha of the commit' }),
    base_sha: z.string().meta({ title: 'Sha of the commit before' }),
    message: z.string().meta({ title: 'Message' }),
    paths: z.array(z.string()).meta({ title: 'Changed files' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: ({ repo, branch, files, deletions = [] }) => {
    const [first] = files
    const count = files.length + deletions.length
    const what = count === 1 ? (first?.path ?? '') : `${count} files`
    return shorten(`Commit ${shorten(what, 40)} to ${shorten(branch, 40)} of ${repo}`, 120)
  },
  examples: [
    {
      title: 'Two files and a deletion',
      input: {
        repo: 'acme/website',
        branch: 'carts-on-every-device',
        message: 'Keep a cart for its customer',
        files: [
          { path: 'src/cart/saved-cart.ts', content: 'export type SavedCart = { customer: string }\n' },
          { path: 'CHANGELOG.md', content: '# Changes\n\n- Carts on every device\n' },
        ],
        deletions: ['docs/saved-cart.md'],
      },
      output: {
        repo: 'acme/website',
        branch: 'carts-on-every-device',
        sha: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
        base_sha: '26b035e8545daf1172a1d58446fccee939fad38e',
        message: 'Keep a cart for its customer',
        paths: ['src/cart/saved-cart.ts', 'CHANGELOG.md', 'docs/saved-cart.md'],
        url: 'https://github.com/acme/website/commit/4b825dc642cb6eb9a060e54bf8d69288fbee4904',
      },
    },
    {
      title: 'Only when nothing came between',
      input: {
        repo: 'acme/website',
        branch: 'fix-umlaut-search',
        message: 'Say what was mended',
        files: [{ path: 'CHANGELOG.md', content: '# Changes\n\n- Search finds umlauts\n' }],
        base: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
      },
      output: {
        repo: 'acme/website',
        branch: 'fix-umlaut-search',
        sha: '5c1b14949828006ed75a3e8858957f86a2f7e2eb',
        base_sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
        message: 'Say what was mended',
        paths: ['CHANGELOG.md'],
        url: 'https://github.com/acme/website/commit/5c1b14949828006ed75a3e8858957f86a2f7e2eb',
      },
    },
  ],
})
