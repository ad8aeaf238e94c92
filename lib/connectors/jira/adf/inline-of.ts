import type { Definition, PhrasingContent } from 'mdast'
import type { AdfMark, AdfNode } from './adf'

type Around = { readonly definitions: ReadonlyMap<string, Definition>; readonly marks?: readonly AdfMark[] }

/** The words of a paragraph, each with all its marks. */
export function inlineOf(nodes: readonly PhrasingContent[], around: Around): readonly AdfNode[] {
  return nodes.flatMap((node) => one(node, around))
}

function one(node: PhrasingContent, around: Around): readonly AdfNode[] {
  const { marks = [], definitions } = around
  const within = (children: readonly PhrasingContent[], mark: AdfMark) =>
    inlineOf(children, {
      definitions,
      marks: marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark],
    })
  switch (node.type) {
    case 'text':
      return text(node.value.replace(/\s*\n\s*/g, ' '), marks)
    case 'strong':
      return within(node.children, { type: 'strong' })
    case 'emphasis':
      return within(node.children, { type: 'em' })
    case 'delete':
      return within(node.children, { type: 'strike' })
    case 'inlineCode': {
      // Beside code only a link may stand.
      const kept = marks.filter(({ type }) => type === 'link')
      return text(node.value, [...kept, { type: 'code' }])
    }
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      return linked(node.url) ? within(node.children, linkTo(node.url)) : inlineOf(node.children, around)
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url ?? ''
      return linked(url) ? within(node.children, linkTo(url)) : inlineOf(node.children, around)
    }
    case 'image':
      return image(node.url, node.alt, marks)
    case 'imageReference':
      return image(definitions.get(node.identifier)?.url ?? '', node.alt, marks)
    case 'footnoteReference':
      return text(`[${node.label ?? node.identifier}]`, marks)
    case 'html':
      return text(node.value, marks)
    default:
      return []
  }
}

function text(value: string, marks: readonly AdfMark[]): readonly AdfNode[] {
  if (value === '') return []
  return [{ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) }]
}

/** A picture elsewhere is not fetched into the issue: its address is given. */
function image(url: string, alt: string | null | undefined, marks: readonly AdfMark[]): readonly AdfNode[] {
  const words = alt || url
  return text(words, linked(url) ? [...marks.filter(({ type }) => type !== 'link'), linkTo(url)] : marks)
}

function linkTo(href: string): AdfMark {
  return { type: 'link', attrs: { href } }
}

function linked(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url)
}
