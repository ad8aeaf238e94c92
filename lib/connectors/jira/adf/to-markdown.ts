import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { AdfNode } from './adf'
import { phrasingOf } from './phrasing-of'

/** A text of Jira in Markdown. Parts that Markdown has no form for are given as plain words. */
export function adfToMarkdown(document: { readonly content: readonly AdfNode[] } | null | undefined): string {
  if (!document) return ''
  const children = blocksOf(document.content)
  // Of bold and slanted words side by side, one star too many would be read as neither.
  const style = { bullet: '-', rule: '-', emphasis: '_' } as const
  return toMarkdown({ type: 'root', children }, { ...style, extensions: [gfmToMarkdown()] }).trimEnd()
}

function blocksOf(nodes: readonly AdfNode[] = []): BlockContent[] {
  return nodes.flatMap(blockOf)
}

function blockOf(node: AdfNode): BlockContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasingOf(node.content)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading':
      return [{ type: 'heading', depth: depthOf(node.attrs?.level), children: phrasingOf(node.content) }]
    case 'bulletList':
    case 'decisionList':
    case 'taskList':
      return [{ type: 'list', ordered: false, spread: false, children: itemsOf(node) }]
    case 'orderedList': {
      const start = Number(node.attrs?.order ?? 1)
      return [{ type: 'list', ordered: true, start, spread: false, children: itemsOf(node) }]
    }
    case 'codeBlock': {
      const lang = typeof node.attrs?.language === 'string' ? node.attrs.language : null
      return [{ type: 'code', lang, value: (node.content ?? []).map(({ text }) => text ?? '').join('') }]
    }
    case 'blockquote':
    case 'panel':
      return [{ type: 'blockquote', children: blocksOf(node.content) }]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return [{ type: 'table', children: (node.content ?? []).map(rowOf) }]
    case 'expand':
    case 'nestedExpand': {
      const title = typeof node.attrs?.title === 'string' ? node.attrs.title : ''
      const heading = phrasingOf(title ? [{ type: 'text', text: title, marks: [{ type: 'strong' }] }] : [])
      return [...(heading.length > 0 ? [paragraph(heading)] : []), ...blocksOf(node.content)]
    }
    default: {
      // Layouts and what is not known hold other blocks; cards and pictures are words.
      const inside = node.content ? blocksOf(node.content) : []
      const words = inside.length > 0 ? [] : phrasingOf([node])
      return words.length > 0 ? [paragraph(words)] : inside
    }
  }
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function depthOf(level: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const
  return depths.find((depth) => depth === level) ?? 6
}

function itemsOf({ content = [] }: AdfNode): ListItem[] {
  const items: ListItem[] = []
  for (const item of content) {
    // A list inside a list of tasks stands beside its items, not in one.
    if (item.type.endsWith('List')) items.at(-1)?.children.push(...blockOf(item))
    else items.push(itemOf(item))
  }
  return items
}

function itemOf(item: AdfNode): ListItem {
  const isWords = item.type === 'taskItem' || item.type === 'decisionItem'
  const children = isWords ? [paragraph(phrasingOf(item.content))] : blocksOf(item.content)
  const checked = item.type === 'taskItem' ? item.attrs?.state === 'DONE' : null
  return { type: 'listItem', spread: false, checked, children }
}

function rowOf({ content = [] }: AdfNode): TableRow {
  return {
    type: 'tableRow',
    children: content.map((cell) => ({ type: 'tableCell', children: phrasingOf(lineOf(cell)) })),
  }
}

/** All the words of a cell in one line, for Markdown’s tables know no blocks. */
function lineOf({ content = [] }: AdfNode): readonly AdfNode[] {
  return content.flatMap((block, index) => {
    const words = (block.content ?? []).some(({ type }) => type === 'text' || type === 'hardBreak')
      ? (block.content ?? [])
      : block.content
        ? lineOf(block)
        : [block]
    return [...(index === 0 ? [] : [{ type: 'text', text: ' ' }]), ...words]
  })
}
