import { describe, expect, test } from 'vitest'
import { readMarkdown } from '@/lib/core/markdown/read-markdown'
import { writeMarkdown } from '@/lib/core/markdown/write-markdown'

const page = `# Returns

Send the parcel back within **30 days**. See [the page](https://acme.example/returns) for _all_ cases.

## Steps

- Print the label
  - or ask for one
- Pack it

1. Drop it off
2. Keep the \`receipt\`

\`\`\`
code stays
  as it is
\`\`\``

test('what is written is what was read', () => {
  expect(writeMarkdown(readMarkdown(page))).toBe(page)
})

describe('reading', () => {
  test.each([
    ['plain text', [{ text: 'plain text' }]],
    ['a **b** c', [{ text: 'a ' }, { text: 'b', bold: true }, { text: ' c' }]],
    ['***both***', [{ text: 'both', bold: true, italic: true }]],
    ['snake_case_name stays', [{ text: 'snake_case_name stays' }]],
    ['2 * 3 * 4', [{ text: '2 * 3 * 4' }]],
    ['\\*not a mark\\*', [{ text: '*not a mark*' }]],
    ['~~old~~', [{ text: 'old', strike: true }]],
    ['[**a**](https://a.example)', [{ text: 'a', bold: true, link: 'https://a.example' }]],
    ['[no address]()', [{ text: '[no address]()' }]],
  ])('%s', (markdown, spans) => {
    expect(readMarkdown(markdown)).toEqual([{ kind: 'paragraph', spans }])
  })

  test('lines of one paragraph are joined, those of a table are not', () => {
    expect(readMarkdown('one\ntwo\n\n| a | b |\n| 1 | 2 |')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'one two' }] },
      { kind: 'paragraph', spans: [{ text: '| a | b |' }] },
      { kind: 'paragraph', spans: [{ text: '| 1 | 2 |' }] },
    ])
  })
})

describe('writing', () => {
  test('marks stand at words, and what looks like a mark is text', () => {
    const spans = [{ text: 'a ' }, { text: ' bold ', bold: true }, { text: '*c* [d]' }]
    const markdown = writeMarkdown([{ kind: 'paragraph', spans }])
    expect(markdown).toBe('a  **bold** \\*c\\* \\[d\\]')
    expect(readMarkdown(markdown)).toEqual([
      { kind: 'paragraph', spans: [{ text: 'a  ' }, { text: 'bold', bold: true }, { text: ' *c* [d]' }] },
    ])
  })

  test('a paragraph that begins like a list stays a paragraph', () => {
    const block = { kind: 'paragraph' as const, spans: [{ text: '- not a point' }] }
    expect(readMarkdown(writeMarkdown([block]))).toEqual([block])
  })

  test('a table has a line under its head', () => {
    expect(
      writeMarkdown([
        {
          kind: 'table',
          rows: [
            ['a', 'b|c'],
            ['1', '2'],
          ],
        },
      ]),
    ).toBe('| a | b\\|c |\n| --- | --- |\n| 1 | 2 |')
  })
})
