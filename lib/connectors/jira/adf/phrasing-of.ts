import type { PhrasingContent } from 'mdast'
import type { AdfMark, AdfNode } from './adf'

/** The marks that Markdown has a form for, the outermost first. Code is none of them: nothing stands inside it. */
const order = ['link', 'strong', 'em', 'strike'] as const

type Known = (typeof order)[number]

/** The words of a paragraph, with neighbours that share a mark inside one. */
export function phrasingOf(nodes: readonly AdfNode[] = [], done: readonly Known[] = []): PhrasingContent[] {
  const found: PhrasingContent[] = []
  let at = 0
  while (at < nodes.length) {
    const first = nodes[at]
    if (!first) break
    const outer = order
      .filter((type) => !done.includes(type))
      .map((type) => ({ type, length: runOf(nodes, { at, type }) }))
      .reduce((best, each) => (each.length > best.length ? each : best))
    if (outer.length === 0) {
      found.push(...leafOf(first))
      at += 1
    } else {
      const inside = phrasingOf(nodes.slice(at, at + outer.length), [...done, outer.type])
      found.push(...wrap(inside, { type: outer.type, mark: markOf(first, outer.type) }))
      at += outer.length
    }
  }
  return found
}

function markOf(node: AdfNode | undefined, type: Known): AdfMark | undefined {
  return node?.marks?.find((mark) => mark.type === type)
}

/** How many neighbours from here on carry the same mark. */
function runOf(
  nodes: readonly AdfNode[],
  { at, type }: { readonly at: number; readonly type: Known },
): number {
  const mark = JSON.stringify(markOf(nodes[at], type))
  if (mark === undefined) return 0
  let length = 1
  while (JSON.stringify(markOf(nodes[at + length], type)) === mark) length += 1
  return length
}

function wrap(
  children: PhrasingContent[],
  { type, mark }: { readonly type: Known; readonly mark: AdfMark | undefined },
): PhrasingContent[] {
  if (type === 'strong') return [{ type: 'strong', children }]
  if (type === 'em') return [{ type: 'emphasis', children }]
  // Marks of struck words are known only beside letters; elsewhere the words stand without them.
  if (type === 'strike') return hasPlainEnds(children) ? [{ type: 'delete', children }] : children
  const url = mark?.attrs?.href
  return typeof url === 'string' ? [{ type: 'link', url, children }] : children
}

function hasPlainEnds(children: readonly PhrasingContent[]): boolean {
  const [first, last] = [children[0], children.at(-1)]
  const isPlain = first?.type === 'text' && last?.type === 'text'
  return isPlain && /^[\p{L}\p{N}]/u.test(first.value) && /[\p{L}\p{N}]$/u.test(last.value)
}

function leafOf(node: AdfNode): PhrasingContent[] {
  const { type, text = '', attrs = {}, content } = node
  const word = (key: string): string => (typeof attrs[key] === 'string' ? attrs[key] : '')
  if (type === 'hardBreak') return [{ type: 'break' }]
  if (type === 'text') {
    const isCode = node.marks?.some((mark) => mark.type === 'code') ?? false
    return [isCode ? { type: 'inlineCode', value: text } : { type: 'text', value: text }]
  }
  if (type === 'date') return textOf(dateOf(word('timestamp')))
  if (type === 'mention') return textOf(word('text').startsWith('@') ? word('text') : `@${word('text')}`)
  const url = word('url')
  if (url) return [{ type: 'link', url, children: [{ type: 'text', value: word('alt') || url }] }]
  if (type === 'media' || type === 'mediaInline') return textOf(`[${word('alt') || 'attachment'}]`)
  if (content) return phrasingOf(content)
  return textOf(word('text') || word('shortName'))
}

function textOf(value: string): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : []
}

/** Jira keeps a day as the milliseconds of its beginning. */
function dateOf(timestamp: string): string {
  const date = new Date(Number(timestamp))
  return Number.isNaN(date.getTime()) ? timestamp : date.toISOString().slice(0, 10)
}
