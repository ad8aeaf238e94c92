import type { Block, Span } from './blocks'

/** Blocks as Markdown: what `readMarkdown` reads back as the same blocks, tables excepted. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const written: { readonly text: string; readonly kind: string }[] = []
  let numbers: number[] = []
  let list = ''
  for (const block of blocks) {
    const kind = kindOf(block)
    if (kind !== list) numbers = []
    list = kind
    if (block.kind === 'item') {
      numbers.length = block.depth + 1
      numbers[block.depth] = (numbers[block.depth] ?? 0) + 1
    }
    const text = textOf(block, numbers.at(-1) ?? 1)
    const last = written.at(-1)
    if (block.kind === 'code' && last?.kind === 'code') {
      written[written.length - 1] = { kind: 'code', text: `${last.text}\n${text}` }
    } else if (text.trim() !== '' || block.kind === 'code') written.push({ text, kind })
  }
  return written
    .map(({ text, kind }, index) => {
      const body = kind === 'code' ? `\`\`\`\n${text}\n\`\`\`` : text
      if (index === 0) return body
      const isSameList = kind.endsWith('list') && written[index - 1]?.kind === kind
      return `${isSameList ? '\n' : '\n\n'}${body}`
    })
    .join('')
}

/** Points with numbers and points without are two lists. */
function kindOf(block: Block): string {
  if (block.kind !== 'item') return block.kind
  return block.ordered ? 'numbered list' : 'list'
}

function textOf(block: Block, number: number): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, block.level)))} ${writeSpans(block.spans)}`
    case 'item':
      return `${'  '.repeat(block.depth)}${block.ordered ? `${number}.` : '-'} ${writeSpans(block.spans)}`
    case 'code':
      return block.spans.map(({ text }) => text).join('')
    case 'table':
      return writeTable(block.rows)
    case 'paragraph':
      return writeSpans(block.spans).replace(/^(\s*)([-+#]|\d+[.)])(?=\s)/, '$1\\$2')
  }
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

function writeSpans(spans: readonly Span[]): string {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && sameStyle(last, span)) merged[merged.length - 1] = { ...last, text: last.text + span.text }
    else merged.push(span)
  }
  return merged.map(writeSpan).join('').trim()
}

function sameStyle(left: Span, right: Span): boolean {
  const styleOf = ({ bold, italic, strike, code, link }: Span) =>
    JSON.stringify([bold ?? false, italic ?? false, strike ?? false, code ?? false, link ?? ''])
  return styleOf(left) === styleOf(right)
}

/** Marks stand at words, not at the spaces around them. */
function writeSpan({ text, bold, italic, strike, code, link }: Span): string {
  const inner = text.trim()
  if (inner === '') return text
  let written = code ? `\`${inner.replaceAll('`', 'ˋ')}\`` : inner.replace(/[\\`*_[\]~]/g, '\\$&')
  if (italic) written = `_${written}_`
  if (bold) written = `**${written}**`
  if (strike) written = `~~${written}~~`
  if (link) written = `[${written}](${link.replace(/[()\s]/g, encodeURIComponent)})`
  return text.replace(inner, () => written)
}
