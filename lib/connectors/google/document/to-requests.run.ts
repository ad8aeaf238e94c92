import 'server-only'
import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js'
import type { Block, Span } from '../../../core/markdown/blocks'

type Request = docs_v1.Schema$Request

/** Google drops these from what is inserted, and every index after them would be wrong. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const dropped = /[\u0000-\u0008\u000b-\u001f\ue000-\uf8ff]/g

const inherited = 'bold,italic,strikethrough,link,weightedFontFamily'

type Line = { readonly block: Block; readonly text: string; readonly start: number; readonly end: number }

/**
 * The requests of one `batchUpdate` that add blocks to a document, in their order. `index` is where its last paragraph
 * ends; `isEmpty`: nothing stands in that paragraph. `name` is the range that is named after what was added.
 */
export function toRequests(
  blocks: readonly Block[],
  { index, isEmpty, name }: { readonly index: number; readonly isEmpty: boolean; readonly name: string },
): Request[] {
  const lines = linesFrom(blocks, isEmpty ? index : index + 1)
  const start = lines[0]?.start ?? index
  const end = Math.max(start + 1, lines.at(-1)?.end ?? index)
  const range = { startIndex: start, endIndex: end }
  const text = lines.map((line) => line.text).join('\n')
  return [
    { insertText: { location: { index }, text: isEmpty ? text : `\n${text}` } },
    { createNamedRange: { name, range } },
    // What stood before hands its look on to what is inserted after it.
    { deleteParagraphBullets: { range } },
    {
      updateParagraphStyle: {
        range,
        paragraphStyle: { namedStyleType: 'NORMAL_TEXT' },
        fields: 'namedStyleType',
      },
    },
    ...(text === '' ? [] : [{ updateTextStyle: { range, textStyle: {}, fields: inherited } }]),
    ...lines.flatMap(styleRequests),
    ...bulletRequests(lines),
  ]
}

function linesFrom(blocks: readonly Block[], start: number): Line[] {
  let at = start
  return blocks.map((block) => {
    const text = `${indentOf(block)}${textOf(block)}`
    const line = { block, text, start: at, end: at + text.length }
    at = line.end + 1
    return line
  })
}

/** Google reads the depth of a point from the tabs before it, and takes them away. */
function indentOf(block: Block): string {
  return block.kind === 'item' ? '\t'.repeat(block.depth) : ''
}

function textOf(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => clean(row.join(' | '))).join(' ')
  return block.spans.map(({ text }) => clean(text)).join('')
}

function clean(text: string): string {
  return text.replace(dropped, '').replace(/[\n\r]/g, ' ')
}

function styleRequests({ block, start, end }: Line): Request[] {
  if (block.kind === 'table') return []
  const heading: Request[] =
    block.kind === 'heading'
      ? [
          {
            updateParagraphStyle: {
              range: { startIndex: start, endIndex: end + 1 },
              paragraphStyle: { namedStyleType: `HEADING_${block.level}` },
              fields: 'namedStyleType',
            },
          },
        ]
      : []
  let at = start + indentOf(block).length
  const spans = block.spans.flatMap((span): Request[] => {
    const range = { startIndex: at, endIndex: at + clean(span.text).length }
    at = range.endIndex
    const style = styleOf(span, block.kind === 'code')
    const fields = Object.keys(style).join(',')
    if (fields === '' || range.endIndex === range.startIndex) return []
    return [{ updateTextStyle: { range, textStyle: style, fields } }]
  })
  return [...heading, ...spans]
}

function styleOf({ bold, italic, strike, code, link }: Span, isCode: boolean): docs_v1.Schema$TextStyle {
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(strike ? { strikethrough: true } : {}),
    ...(code || isCode ? { weightedFontFamily: { fontFamily: 'Courier New' } } : {}),
    ...(link ? { link: { url: link } } : {}),
  }
}

/** One request a list, the last list first: making one takes its tabs away, and what stands after it moves. */
function bulletRequests(lines: readonly Line[]): Request[] {
  const lists: { ordered: boolean; start: number; end: number; next: number }[] = []
  for (const [index, { block, start, end }] of lines.entries()) {
    if (block.kind !== 'item') continue
    const last = lists.at(-1)
    if (last && last.next === index && last.ordered === block.ordered) {
      last.end = end
      last.next = index + 1
    } else lists.push({ ordered: block.ordered, start, end, next: index + 1 })
  }
  return lists.reverse().map(({ ordered, start, end }) => ({
    createParagraphBullets: {
      range: { startIndex: start, endIndex: Math.max(end, start + 1) },
      bulletPreset: ordered ? 'NUMBERED_DECIMAL_ALPHA_ROMAN' : 'BULLET_DISC_CIRCLE_SQUARE',
    },
  }))
}
