import type { RepositoryCode } from './repository-code'
import { websiteFiles } from './website-files'

export const website: RepositoryCode = {
  repo: 'website',
  main: [
    { author: 'tomas-novak', at: '2026-10-02T08:00:00Z', message: 'Import the shop', files: websiteFiles },
    {
      author: 'tomas-novak',
      at: '2026-10-28T15:20:00Z',
      message: 'Show a spinner while a payment begins',
      files: {
        'CHANGELOG.md':
          '# Changes\n\n## 2026-10-28\n\n- A spinner while a payment begins\n- Images keep their size\n',
      },
    },
  ],
  branches: [
    {
      name: 'fix-umlaut-search',
      commits: [
        {
          author: 'tomas-novak',
          at: '2026-10-30T10:05:00Z',
          message: 'Find words with and without umlauts\n\nThe index drops them, the query kept them.',
          files: {
            'src/search/normalise.ts': `/** Makes two spellings of a word comparable: without case, accents and umlauts. */
export function normalise(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\\p{Mark}/gu, '')
    .trim()
}
`,
            'src/search/normalise.test.ts': `import assert from 'node:assert'
import test from 'node:test'
import { normalise } from './normalise'

test('an umlaut is found by either spelling', () => {
  assert.equal(normalise('Kühltasche'), normalise('Kuhltasche'))
})
`,
          },
        },
      ],
      pull: {
        author: 'tomas-novak',
        age: 47,
        title: 'Find words with and without umlauts',
        body: 'Fixes #2. The index drops umlauts and the query kept them, so nothing matched.',
        checks: [
          { name: 'test', conclusion: 'success', summary: '41 tests passed' },
          { name: 'build', conclusion: 'success', summary: 'Built in 38 s' },
        ],
      },
    },
    {
      name: 'carts-on-every-device',
      commits: [
        {
          author: 'aiko-tanaka',
          at: '2026-10-31T09:00:00Z',
          message: 'Note what a saved cart must do',
          files: {
            'docs/saved-cart.md':
              '# A cart on every device\n\nA signed-in customer finds the same cart everywhere. Sharing comes later.\n',
          },
        },
      ],
    },
  ],
  workflows: [{ name: 'Release', path: '.github/workflows/release.yml' }],
}
