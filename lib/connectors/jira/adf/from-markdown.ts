import type { Definition, List, ListItem, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { AdfDocument, AdfNode } from './adf'
import { inlineOf } from './inline-of'

/** Where a block stands decides which others it may hold. */
type Place = { readonly in: 'page' | 'item' | 'quote'; readonly definitions: ReadonlyMap<string, Definition> }

/**
 * A text in Markdown as Jira keeps texts. What the format has no form for stays there as plain text; nothing that was
 * written is lost, and nothing in it calls a person or becomes a part of Jira's page.
 */
export function markdownToAdf(markdown: string): AdfDocument {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const content = blocksOf(tree.children, { in: 'page', definitions: definitionsOf(tree) })
  return { type: 'doc', version: 1, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function definitionsOf({ children }: Root): ReadonlyMap<string, Definition> {
  return new Map(children.flatMap((each) => (each.type === 'definition' ? [[each.identifier, each]] : [])))
}

function blocksOf(nodes: readonly RootContent[], place: Place): readonly AdfNode[] {
  return nodes.flatMap((node) => blockOf(node, place))
}

function blockOf(node: RootContent, place: Place): readonly AdfNode[] {
  switch (node.type) {
    case 'paragraph':
      return [withContent({ type: 'paragraph' }, inlineOf(node.children, place))]
    case 'heading': {
      if (place.in === 'page')
        return [
          withContent({ type: 'heading', attrs: { level: node.depth } }, inlineOf(node.children, place)),
        ]
      return [
        withContent({ type: 'paragraph' }, inlineOf([{ type: 'strong', children: node.children }], place)),
      ]
    }
    case 'list':
      return [listOf(node, place)]
    case 'code': {
      const text = node.value === '' ? [] : [{ type: 'text', text: node.value }]
      return [
        withContent({ type: 'codeBlock', ...(node.lang ? { attrs: { language: node.lang } } : {}) }, text),
      ]
    }
    case 'blockquote': {
      const content = blocksOf(node.children, { ...place, in: 'quote' })
      // Quotes stand on the page alone.
      if (place.in !== 'page') return content
      return [{ type: 'blockquote', content: content.length > 0 ? content : [{ type: 'paragraph' }] }]
    }
    case 'thematicBreak':
      return place.in === 'page' ? [{ type: 'rule' }] : []
    case 'table':
      return place.in === 'page' ? [tableOf(node, place)] : rowsAsText(node, place)
    case 'html':
      return [withContent({ type: 'paragraph' }, inlineOf([{ type: 'text', value: node.value }], place))]
    case 'footnoteDefinition':
      return blocksOf(node.children, place)
    default:
      return []
  }
}

function listOf(node: List, place: Place): AdfNode {
  const content = node.children.map((item) => itemOf(item, place))
  if (!node.ordered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { order: node.start ?? 1 }, content }
}

function itemOf(item: ListItem, place: Place): AdfNode {
  const content = [...blocksOf(item.children, { ...place, in: 'item' })]
  // An item begins with a paragraph.
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' })
  if (typeof item.checked !== 'boolean') return { type: 'listItem', content }
  const box: AdfNode = { type: 'text', text: item.checked ? '[x] ' : '[ ] ' }
  const [first, ...rest] = content
  return {
    type: 'listItem',
    content: [{ type: 'paragraph', content: [box, ...(first?.content ?? [])] }, ...rest],
  }
}

function tableOf(node: Table, place: Place): AdfNode {
  return {
    type: 'table',
    content: node.children.map((row, index) => ({
      type: 'tableRow',
      content: row.children.map((cell) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [withContent({ type: 'paragraph' }, inlineOf(cell.children, place))],
      })),
    })),
  }
}

/** Tables stand on the page alone: elsewhere each row is a line. */
function rowsAsText(node: Table, place: Place): readonly AdfNode[] {
  return node.children.map((row) =>
    withContent(
      { type: 'paragraph' },
      row.children.flatMap((cell, index) => [
        ...(index === 0 ? [] : [{ type: 'text', text: ' | ' }]),
        ...inlineOf(cell.children, place),
      ]),
    ),
  )
}

function withContent(node: AdfNode, content: readonly AdfNode[]): AdfNode {
  return content.length > 0 ? { ...node, content } : node
}
