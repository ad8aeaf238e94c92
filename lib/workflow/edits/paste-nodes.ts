import type { Binding } from '../binding'
import type { Edge, WorkflowDocument, WorkflowNode } from '../document'
import { allNodes, bodyOf, withBody } from '../levels'
import { kindOf } from '../nodes/node-kinds'
import { freshId } from './fresh-id'

/** Some nodes of a document and the lines among them: what copying takes. */
export type Fragment = { readonly nodes: readonly WorkflowNode[]; readonly edges: readonly Edge[] }

export function fragmentOf(document: WorkflowDocument, ids: ReadonlySet<string>): Fragment {
  return {
    nodes: document.nodes.filter((node) => ids.has(node.id)),
    edges: document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
  }
}

/**
 * The document with a copy of the fragment. Copies get ids of their own, and what they say of each other follows;
 * what they say of nodes outside the fragment stays as it was.
 */
export function pasteNodes(
  document: WorkflowDocument,
  fragment: Fragment,
  offset: { readonly x: number; readonly y: number },
  /** Ids that stand elsewhere in the same workflow. */
  others: Iterable<string> = [],
): { readonly document: WorkflowDocument; readonly ids: readonly string[] } {
  const taken = new Set([...allNodes(document).map((node) => node.id), ...others])
  const renamed = new Map<string, string>()
  for (const node of allNodes(fragment)) {
    const id = freshId(node.id.replace(/_\d+$/, ''), taken)
    taken.add(id)
    renamed.set(node.id, id)
  }
  const idOf = (id: string) => renamed.get(id) ?? id
  const nodes = fragment.nodes.map((node) => ({
    ...renamedInside(node, renamed),
    ...(node.position ? { position: { x: node.position.x + offset.x, y: node.position.y + offset.y } } : {}),
  }))
  const edges = fragment.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }))
  return {
    document: { ...document, nodes: [...document.nodes, ...nodes], edges: [...document.edges, ...edges] },
    ids: nodes.map((node) => node.id),
  }
}

/** A copy under its new name, and all that it holds. */
function renamedInside(node: WorkflowNode, renamed: ReadonlyMap<string, string>): WorkflowNode {
  const idOf = (id: string) => renamed.get(id) ?? id
  const body = bodyOf(node)
  const copy = body
    ? withBody(node, {
        nodes: body.nodes.map((inner) => renamedInside(inner, renamed)),
        edges: body.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
      })
    : node
  return { ...withReferences(copy, renamed), id: idOf(node.id) }
}

function withReferences(node: WorkflowNode, renamed: ReadonlyMap<string, string>): WorkflowNode {
  return kindOf(node).mapBindings(node, {
    binding: (_field, binding) => rename(binding, renamed),
    cel: (_field, source) => renameWords(source, renamed),
  })
}

function rename(binding: Binding, renamed: ReadonlyMap<string, string>): Binding {
  if ('from' in binding) return { ...binding, from: renamed.get(binding.from) ?? binding.from }
  if ('first' in binding) return { ...binding, first: binding.first.map((part) => rename(part, renamed)) }
  if ('text' in binding) {
    const text = binding.text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, (tag) => renameWords(tag, renamed))
    return { ...binding, text }
  }
  return binding
}

/** Renames the roots of references in an expression: not keys after a dot, not what is in quotes. */
function renameWords(source: string, renamed: ReadonlyMap<string, string>): string {
  return source.replace(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\.?[A-Za-z_]\w*/g,
    (word) => renamed.get(word) ?? word,
  )
}
