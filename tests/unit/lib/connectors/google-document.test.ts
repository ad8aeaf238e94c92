import { expect, test } from 'vitest'
import { toBlocks } from '@/lib/connectors/google/document/to-blocks'
import { toRequests } from '@/lib/connectors/google/document/to-requests.run'
import { vendorDocument } from '@/lib/connectors/google/document/vendor'
import { readMarkdown } from '@/lib/core/markdown/read-markdown'
import { writeMarkdown } from '@/lib/core/markdown/write-markdown'
import { batchSchema, changeDocument } from '@/lib/practice/google/drive/change-document'
import { documentResource } from '@/lib/practice/google/drive/document-resource'
import { toParagraphs } from '@/lib/practice/google/drive/document-text'

const file = {
  id: 'doc',
  name: 'Doc',
  mimeType: '',
  parents: [],
  trashed: false,
  description: '',
  createdTime: '',
  modifiedTime: '',
  owner: '',
  appProperties: {},
  permissions: [],
  content: '',
  isOurs: false,
}

/** What a document says, as Google gives it, after a text was added to it. */
function afterAdding(before: string, added: string) {
  const document = { revision: 1, paragraphs: toParagraphs(before), namedRanges: [] }
  const read = vendorDocument.parse(documentResource(file, document))
  const end = read.body.content.at(-1)?.endIndex ?? 2
  const requests = toRequests(readMarkdown(added), { index: end - 1, isEmpty: before === '', name: 'key' })
  const changed = changeDocument(document, batchSchema.parse({ requests }).requests).document
  const after = vendorDocument.parse(documentResource(file, changed))
  return { markdown: writeMarkdown(toBlocks(after)), ranges: changed.namedRanges }
}

const texts = [
  'One line.',
  '# Head\n\nText with **bold**, _italic_, ~~old~~ and `code`.',
  '- one\n  - deeper\n    - deepest\n- two\n\n1. first\n2. second\n\nAfter the lists.',
  'A [**bold** link](https://acme.example/a) in a line.',
  '```\ncode\n```',
  '👩‍🍳 cooks with **🔪**\n\n- 🍲 soup\n- *x*',
]

test.each(texts)('what is added stands there as it was written: %s', (text) => {
  const plain = writeMarkdown(readMarkdown(text))
  expect(afterAdding('', text).markdown).toBe(plain)
  expect(afterAdding('Before.', text).markdown).toBe(`Before.\n\n${plain}`)
})

test('what stands before hands on nothing of its look', () => {
  expect(afterAdding('## Last heading', 'Plain.').markdown).toBe('## Last heading\n\nPlain.')
  expect(afterAdding('- **last point**', 'Plain.').markdown).toBe('- **last point**\n\nPlain.')
})

test('the key’s range lies around what was added', () => {
  expect(afterAdding('', 'Hello')).toMatchObject({ ranges: [{ name: 'key', start: 1, end: 6 }] })
  expect(afterAdding('Before.', 'Hello')).toMatchObject({ ranges: [{ name: 'key', start: 9, end: 14 }] })
})

test('characters that Google drops move nothing after them', () => {
  expect(afterAdding('', 'a\u0007b\ue000 **bold**').markdown).toBe('ab **bold**')
})

test('a table is read as a table, a title as a heading', () => {
  const cell = (content: string) => ({
    content: [{ endIndex: 1, paragraph: { elements: [{ textRun: { content } }] } }],
  })
  const document = vendorDocument.parse({
    documentId: 'd',
    title: 't',
    body: {
      content: [
        { endIndex: 1, sectionBreak: {} },
        {
          endIndex: 6,
          paragraph: {
            elements: [{ textRun: { content: 'Top\n' } }],
            paragraphStyle: { namedStyleType: 'TITLE' },
          },
        },
        { endIndex: 9, table: { tableRows: [{ tableCells: [cell('a\n'), cell('b\n')] }] } },
      ],
    },
  })
  expect(writeMarkdown(toBlocks(document))).toBe('# Top\n\n| a | b |\n| --- | --- |')
})
