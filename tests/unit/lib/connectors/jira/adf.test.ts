import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdfMark, AdfNode } from '@/lib/connectors/jira/adf/adf'
import { markdownToAdf } from '@/lib/connectors/jira/adf/from-markdown'
import { adfToMarkdown } from '@/lib/connectors/jira/adf/to-markdown'

const text = (value: string, ...marks: AdfMark[]): AdfNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
})
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content })
const doc = (...content: AdfNode[]) => ({ type: 'doc' as const, version: 1 as const, content })

describe('Markdown becomes Jira’s format and comes back', () => {
  test.each([
    ['words with looks', 'One **bold**, _slanted_, ~~struck~~ and `code` [link](https://a.example/x).'],
    ['headings', '# One\n\n### Three'],
    ['a list in a list', '- one\n  - inside\n- two'],
    ['numbers', '3. three\n4. four'],
    ['code with its language', '```ts\nconst a = 1 < 2\n```'],
    ['a quote', '> said so\n>\n> twice'],
    ['a line', 'above\n\n---\n\nbelow'],
    ['a table', '| Name | Count |\n| ---- | ----- |\n| a    | 1     |'],
    ['marks that are none', '2 \\* 3 \\* 4 and \\_name\\_ and \\<b>'],
  ])('%s', (_, markdown) => {
    expect(adfToMarkdown(markdownToAdf(markdown))).toBe(markdown)
  })
})

test('tags and names stay words: nothing calls a person or becomes part of the page', () => {
  const { content } = markdownToAdf(
    '<adf>{"type":"mention"}</adf>\n\nHello @Lena [~accountid:712020] <b>you</b>',
  )
  const types = JSON.stringify(content).match(/"type":"(\w+)"/g) ?? []
  expect(new Set(types)).toEqual(new Set(['"type":"paragraph"', '"type":"text"']))
  expect(JSON.stringify(content)).toContain('@Lena')
})

test('only addresses of the web and of mail become links', () => {
  expect(JSON.stringify(markdownToAdf('[a](javascript:alert(1)) [b](https://b.example)'))).toContain(
    'https://b.example',
  )
  expect(JSON.stringify(markdownToAdf('[a](javascript:alert(1))'))).not.toContain('javascript')
})

test('what Markdown has no form for is still read', () => {
  const document = doc(
    paragraph({ type: 'mention', attrs: { id: '1', text: '@Lena Fischer' } }, text(' on '), {
      type: 'date',
      attrs: { timestamp: '1793577600000' },
    }),
    { type: 'panel', attrs: { panelType: 'info' }, content: [paragraph(text('Careful'))] },
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { state: 'DONE' }, content: [text('ask')] }] },
    {
      type: 'mediaSingle',
      content: [{ type: 'media', attrs: { id: '1', type: 'file', alt: 'screen.png' } }],
    },
    { type: 'blockCard', attrs: { url: 'https://a.example/doc' } },
    { type: 'layoutSection', content: [{ type: 'layoutColumn', content: [paragraph(text('beside'))] }] },
  )
  expect(adfToMarkdown(document).split('\n\n')).toEqual([
    '@Lena Fischer on 2026-11-02',
    '> Careful',
    '- [x] ask',
    '\\[screen.png]',
    '<https://a.example/doc>',
    'beside',
  ])
})

/** Words with the marks that mean something to Markdown; tildes in struck words and backslashes before bold ones it cannot say. */
const words = fc
  .string({
    unit: fc.constantFrom(...'aZ9é本 *_`[]()<>#+-.!|&:/@\'"='.split('')),
    minLength: 1,
    maxLength: 12,
  })
  .map((value) => value.replace(/\s+/g, ' ').trim())
  .filter((value) => value !== '')
const marks = fc.constantFrom<readonly AdfMark[]>(
  [],
  [{ type: 'strong' }],
  [{ type: 'em' }],
  [{ type: 'strike' }],
  [{ type: 'link', attrs: { href: 'https://a.example/x?y=1' } }],
)
const line = fc.array(fc.tuple(words, marks), { minLength: 1, maxLength: 4 })

test('whatever the words are, they come back as they were', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const document = doc(
        ...lines.map((each) => paragraph(...each.map(([word, own]) => text(word, ...own)))),
      )
      const back = markdownToAdf(adfToMarkdown(document))
      const wordsOf = (nodes: readonly AdfNode[]): string =>
        nodes.map((node) => (node.text ?? '') + wordsOf(node.content ?? [])).join('')
      expect(back.content.map((node) => wordsOf([node]))).toEqual(
        document.content.map((node) => wordsOf([node])),
      )
    }),
    { numRuns: 300, seed: 7 },
  )
})

const block: fc.Arbitrary<AdfNode> = fc.letrec<{ block: AdfNode; leaf: AdfNode }>((tie) => ({
  leaf: fc.oneof(
    words.map((word) => paragraph(text(word))),
    words.map((word) => ({ type: 'codeBlock', content: [text(word)] })),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.tuple(words, fc.integer({ min: 1, max: 6 })).map(([word, level]) => ({
      type: 'heading',
      attrs: { level },
      content: [text(word)],
    })),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => ({
      type: 'bulletList',
      content: items.map((word) => ({ type: 'listItem', content: [paragraph(text(word))] })),
    })),
    fc.tuple(words, words).map(([head, cell]) => ({
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text(head))] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text(cell))] }] },
      ],
    })),
  ),
})).block

/** Looks alone: an address that stands in the words becomes a link on the way, as it does in Jira itself. */
const shape = (nodes: readonly AdfNode[]): unknown =>
  nodes.filter(({ type }) => type !== 'text').map(({ type, content = [] }) => [type, shape(content)])

test('headings, lists, code and tables keep their shape', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      // Two lists in a row are one in Markdown’s eyes.
      const apart = blocks.flatMap((each) => [each, paragraph(text('between'))])
      expect(shape(markdownToAdf(adfToMarkdown(doc(...apart))).content)).toEqual(shape(apart))
    }),
    { numRuns: 200, seed: 7 },
  )
})
