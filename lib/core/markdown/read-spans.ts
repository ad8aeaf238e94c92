import type { Span } from './blocks'

type Style = Omit<Span, 'text'>

const escaped = /^\\([\\`*_{}[\]()#+\-.!~|>])/
const link = /^\[((?:[^[\]\\]|\\.)*)\]\(([^()\s]*)\)/
const marks: readonly (readonly [RegExp, Style])[] = [
  [/^\*\*\*(?=\S)(.*?\S)\*\*\*(?!\*)/, { bold: true, italic: true }],
  [/^\*\*(?=\S)(.*?\S)\*\*(?!\*)/, { bold: true }],
  [/^__(?=\S)(.*?\S)__(?!\w)/, { bold: true }],
  [/^~~(?=\S)(.*?\S)~~/, { strike: true }],
  [/^\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/, { italic: true }],
  [/^_(?=[^\s_])([^_]*[^\s_])_(?!\w)/, { italic: true }],
]

/** The styled pieces of one line of Markdown. What is no mark stays as it stands. */
export function readSpans(text: string, style: Style = {}): Span[] {
  const spans: Span[] = []
  let plain = ''
  const flush = () => {
    if (plain) spans.push({ text: plain, ...style })
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at, at + 4_000)
    const isInWord = /\w/.test(text[at - 1] ?? '')
    const found = spanAt(rest, style, isInWord)
    if (!found) {
      const literal = escaped.exec(rest)
      plain += literal?.[1] ?? rest[0] ?? ''
      at += literal ? 2 : 1
      continue
    }
    flush()
    spans.push(...found.spans)
    at += found.length
  }
  flush()
  return spans
}

function spanAt(rest: string, style: Style, isInWord: boolean): { spans: Span[]; length: number } | null {
  if (rest.startsWith('`')) {
    const code = /^`([^`]+)`/.exec(rest)
    return code ? { spans: [{ text: code[1] ?? '', ...style, code: true }], length: code[0].length } : null
  }
  if (rest.startsWith('[')) {
    const [whole, inner, address] = link.exec(rest) ?? []
    if (whole === undefined || inner === undefined || !address) return null
    return { spans: readSpans(inner, { ...style, link: address }), length: whole.length }
  }
  if (!/^[*_~]/.test(rest) || (rest.startsWith('_') && isInWord)) return null
  for (const [mark, added] of marks) {
    const [whole, inner] = mark.exec(rest) ?? []
    if (whole !== undefined && inner !== undefined)
      return { spans: readSpans(inner, { ...style, ...added }), length: whole.length }
  }
  return null
}
