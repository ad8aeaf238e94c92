import { expect, test } from 'vitest'
import { readBlocks } from '@/lib/connectors/slack/blocks'
import { plainMentions } from '@/lib/connectors/slack/plain-mentions'
import { toWords } from '@/lib/connectors/slack/to-words'

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

test('a mention inside of a mention calls nobody either', () => {
  for (const text of ['<<@U000000002>>', '<<!x|U000000002>>', '<!<!here>>', '<!<@x>here>', '<<<@U1>>>']) {
    expect(plainMentions(text, false)).not.toMatch(/<[@!]/)
  }
})

test('blocks call nobody, however deep the mention stands, unless the builder wants it', () => {
  const blocks = [
    section('<!channel> look'),
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'broadcast', range: 'here' },
            { type: 'user', user_id: 'U000000002' },
            { type: 'link', url: 'https://a.example', text: '<@U1>' },
          ],
        },
      ],
    },
  ]
  const plain = toWords({ text: 'x', blocks })
  expect(JSON.stringify(plain)).not.toMatch(/<[@!]|"broadcast"|"user"/)
  expect(plain.blocks?.[0]).toMatchObject({ text: { text: '@channel look', verbatim: true } })
  expect(JSON.stringify(plain)).toContain('https://a.example')
  expect(toWords({ text: 'x', blocks, mentions: true }).blocks).toEqual(blocks)
})

test('an image is refused unless the builder allows images', () => {
  const image = { type: 'image', image_url: 'https://a.example/b.png', alt_text: 'b' }
  const blocks = [{ type: 'context', elements: [image] }]
  expect(() => toWords({ text: 'x', blocks })).toThrow('Allow images')
  expect(toWords({ text: 'x', blocks, images: true }).blocks).toEqual(blocks)
})

test('blocks may come as JSON text', () => {
  expect(toWords({ text: 'x', blocks: JSON.stringify([section('hello')]) }).blocks).toHaveLength(1)
})

test.each([
  ['no list', { type: 'divider' }, /JSON list/],
  ['no JSON', '[{', /not JSON/],
  ['too many', Array.from({ length: 51 }, () => ({ type: 'divider' })), /at most 50/],
  ['an unknown kind', [{ type: 'divider' }, { type: 'input' }], /Block 2/],
  ['a text that is too long', [section('x'.repeat(3_001))], /Block 1\.text\.text/],
  ['a section without text', [{ type: 'section' }], /needs text or fields/],
  [
    'a button that leads nowhere',
    [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] }],
    /Block 1\.elements\.0\.url/,
  ],
  ['too much', Array.from({ length: 20 }, () => section('x'.repeat(2_900))), /40,000/],
])('blocks are refused with a reason: %s', (_, given, reason) => {
  expect(readBlocks(given)).toMatchObject({ problem: expect.stringMatching(reason) })
})
