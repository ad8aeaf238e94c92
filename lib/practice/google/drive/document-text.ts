import type { Block, Span } from '../../../core/markdown/blocks'
import { readMarkdown } from '../../../core/markdown/read-markdown'
import { writeMarkdown } from '../../../core/markdown/write-markdown'
import type { Paragraph, PracticeDocument } from './state'

const monospace = 'Courier New'

/** What Google makes of Markdown that is put in Drive as a document. */
export function toParagraphs(markdown: string): Paragraph[] {
  const paragraphs = readMarkdown(markdown).map(toParagraph)
  return paragraphs.length > 0 ? paragraphs : [{ style: 'NORMAL_TEXT', list: null, depth: 0, runs: [] }]
}

function toParagraph(block: Block): Paragraph {
  const spans = block.kind === 'table' ? [] : block.spans
  return {
    style: block.kind === 'heading' ? `HEADING_${block.level}` : 'NORMAL_TEXT',
    list: block.kind === 'item' ? (block.ordered ? 'numbers' : 'points') : null,
    depth: block.kind === 'item' ? block.depth : 0,
    runs: spans.map(({ code, ...span }) => ({
      ...span,
      ...(code || block.kind === 'code' ? { font: monospace } : {}),
    })),
  }
}

/** A document as Markdown: what Google exports, and what the practice page shows. */
export function toMarkdown({ paragraphs }: Pick<PracticeDocument, 'paragraphs'>): string {
  return writeMarkdown(paragraphs.map(toBlock))
}

function toBlock({ style, list, depth, runs }: Paragraph): Block {
  const spans: Span[] = runs.map(({ font, ...run }) => ({
    text: run.text,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.link ? { link: run.link } : {}),
    ...(font === monospace ? { code: true } : {}),
  }))
  const level = Number(/^HEADING_(\d)$/.exec(style)?.[1] ?? 0)
  if (level) return { kind: 'heading', level, spans }
  return list ? { kind: 'item', ordered: list === 'numbers', depth, spans } : { kind: 'paragraph', spans }
}
