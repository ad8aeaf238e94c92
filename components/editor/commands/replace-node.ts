import { titleOf } from '@/components/canvas/card/title-of'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import { type EditorStore, edit } from '../store/create-editor-store'

/** Puts a changed node in its own place. `field` keeps typing in one field one entry of the history. */
export function replaceNode(store: EditorStore, node: WorkflowNode, field?: string): void {
  edit(store, `Change “${titleOf(node)}”`, (document) => withNode(document, node), {
    say: '',
    ...(field ? { key: `${node.id}.${field}` } : {}),
  })
}

/** The document with that node in its place. Lines from exits that it no longer has are taken away. */
export function withNode(document: WorkflowDocument, node: WorkflowNode): WorkflowDocument {
  const exits = new Set(exitsOf(node).map(({ exit }) => exit))
  return {
    ...document,
    nodes: document.nodes.map((each) => (each.id === node.id ? node : each)),
    edges: document.edges.filter((edge) => edge.from !== node.id || exits.has(edge.exit)),
  }
}
