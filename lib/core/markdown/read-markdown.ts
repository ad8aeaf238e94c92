import type { Block, Span } from './blocks'
import { readSpans } from './read-spans'

const heading = /^(#{1,6})\s+(.*?)\s*#*$/
const item = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/
const fence = /^\s*(```|~~~)/

/**
 * Markdown as blocks: headings, paragraphs, lists, code, and bold, italic, struck, code and links in them. Anything
 * else (tables, quotes, HTML, pictures) stays as the text that it is.
 */
export function readMarkdown(markdown: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let isCode = false
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', spans: readSpans(lines.join(' ')) })
    lines = []
  }
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    if (fence.test(line)) {
      endParagraph()
      isCode = !isCode
      continue
    }
    const single = isCode ? codeLine(line) : singleLine(line)
    if (single) {
      endParagraph()
      blocks.push(single)
    } else if (line.trim() === '') endParagraph()
    else lines.push(line.trim())
  }
  endParagraph()
  return blocks
}

/** A line that is a block by itself. */
function singleLine(line: string): Block | null {
  const head = heading.exec(line)
  if (head) return { kind: 'heading', level: head[1]?.length ?? 1, spans: readSpans(head[2] ?? '') }
  const point = item.exec(line)
  if (point) {
    const [, indent = '', number, text = ''] = point
    const depth = Math.min(8, Math.floor(indent.replaceAll('\t', '    ').length / 2))
    return { kind: 'item', ordered: number !== undefined, depth, spans: readSpans(text) }
  }
  return /^\s*[|>]/.test(line) ? { kind: 'paragraph', spans: plain(line.trim()) } : null
}

function codeLine(line: string): Block {
  return { kind: 'code', spans: plain(line) }
}

function plain(text: string): Span[] {
  return text === '' ? [] : [{ text }]
}
