import type { Block, Span } from '../../../core/markdown/blocks'
import type { Paragraph, Structure, VendorDocument } from './vendor'

/** A Google document as blocks: what Markdown can say of it. */
export function toBlocks({ body, lists }: Pick<VendorDocument, 'body' | 'lists'>): Block[] {
  return body.content.flatMap((each): Block[] => {
    if (each.table) return [{ kind: 'table', rows: rowsOf(each) }]
    return each.paragraph ? [toBlock(each.paragraph, lists)] : []
  })
}

function rowsOf({ table }: Structure): string[][] {
  return (table?.tableRows ?? []).map(({ tableCells }) =>
    tableCells.map(({ content }) => content.map(textOf).join(' ').trim()),
  )
}

function toBlock(paragraph: Paragraph, lists: VendorDocument['lists']): Block {
  const { elements, paragraphStyle, bullet } = paragraph
  const spans = elements.flatMap(({ textRun }) => (textRun ? toSpan(textRun) : []))
  const level = headingLevel(paragraphStyle.namedStyleType)
  if (level) return { kind: 'heading', level, spans }
  if (bullet) {
    const depth = bullet.nestingLevel
    const glyph = lists[bullet.listId ?? '']?.listProperties.nestingLevels[depth]?.glyphType
    return { kind: 'item', ordered: isNumber(glyph), depth, spans }
  }
  const isCode = spans.length > 0 && spans.every(({ code }) => code)
  return { kind: isCode && spans.length === 1 ? 'code' : 'paragraph', spans }
}

type TextRun = NonNullable<Paragraph['elements'][number]['textRun']>

function toSpan({ content, textStyle }: TextRun): Span[] {
  // A line that was broken by hand stays within its paragraph.
  const text = content.replace(/\n$/, '').replaceAll('\u000b', ' ')
  if (text === '') return []
  const { bold, italic, strikethrough, link, weightedFontFamily } = textStyle
  return [
    {
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(strikethrough ? { strike: true } : {}),
      ...(isMonospace(weightedFontFamily?.fontFamily) ? { code: true } : {}),
      ...(link?.url ? { link: link.url } : {}),
    },
  ]
}

function headingLevel(style: string | undefined): number {
  if (style === 'TITLE') return 1
  return Number(/^HEADING_([1-6])$/.exec(style ?? '')?.[1] ?? 0)
}

/** Points have a symbol; only what counts has a type. */
function isNumber(glyph: string | undefined): boolean {
  return glyph !== undefined && !['NONE', 'GLYPH_TYPE_UNSPECIFIED'].includes(glyph)
}

function isMonospace(family: string | undefined): boolean {
  return /courier|mono|consolas|source code/i.test(family ?? '')
}

/** The plain text of a part of a document, tables included. */
export function textOf({ paragraph, table }: Structure): string {
  if (table)
    return table.tableRows
      .flatMap(({ tableCells }) => tableCells.flatMap(({ content }) => content.map(textOf)))
      .join('')
  return (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('')
}
