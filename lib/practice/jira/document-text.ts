import { z } from 'zod'

const node = z.looseObject({
  type: z.string().default(''),
  text: z.string().optional(),
  content: z.array(z.unknown()).optional(),
  attrs: z.looseObject({ text: z.string().optional(), url: z.string().optional() }).optional(),
})

/** Between these stands an empty line. */
const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'bulletList',
  'orderedList',
  'blockquote',
  'table',
])

/** What people read in a document of Atlassian's format, without its looks. */
export function documentText(document: unknown): string {
  return textOf(document)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function textOf(value: unknown): string {
  const parsed = node.safeParse(value)
  if (!parsed.success) return ''
  const { type, text, content, attrs } = parsed.data
  if (type === 'text') return text ?? ''
  if (type === 'hardBreak') return '\n'
  const inside = (content ?? []).map(textOf).join('')
  if (type === 'listItem') return `• ${inside.trim()}\n`
  if (type === 'tableRow') return `${inside.trim().replace(/\n+/g, ' | ')}\n`
  if (blocks.has(type)) return `${inside}\n\n`
  return inside || (attrs?.text ?? attrs?.url ?? '')
}

/** A document of paragraphs, which empty lines part. */
export function toDocument(text: string) {
  const content = text.split('\n\n').map((paragraph) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: paragraph.replaceAll('\n', ' ') }],
  }))
  return { type: 'doc' as const, version: 1 as const, content }
}
