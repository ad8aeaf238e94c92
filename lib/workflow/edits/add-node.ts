import type { Edge, WorkflowDocument, WorkflowNode } from '../document'
import { exitsOf } from '../nodes/exits-of'
import { isSameEdge } from './is-same-edge'

/** What a new node is joined to: put after an exit, or into the middle of a line. */
export type Join =
  | { readonly after: { readonly node: string; readonly exit: string } }
  | { readonly edge: Edge }
  | null

/** The document with one more node. Put on a line, it splits it: the rest goes on from its first exit. */
export function addNode(document: WorkflowDocument, node: WorkflowNode, join: Join = null): WorkflowDocument {
  const nodes = [...document.nodes, node]
  if (!join) return { ...document, nodes }
  if ('after' in join) {
    const edge = { from: join.after.node, exit: join.after.exit, to: node.id }
    return { ...document, nodes, edges: [...document.edges, edge] }
  }
  const [first] = exitsOf(node)
  const kept = document.edges.filter((edge) => !isSameEdge(edge, join.edge))
  const before: Edge = { ...join.edge, to: node.id }
  const after: readonly Edge[] = first ? [{ from: node.id, exit: first.exit, to: join.edge.to }] : []
  return { ...document, nodes, edges: [...kept, before, ...after] }
}
