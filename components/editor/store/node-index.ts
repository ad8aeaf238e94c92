import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'

const indexes = new WeakMap<WorkflowDocument, ReadonlyMap<string, WorkflowNode>>()

/** A document's nodes by id. Made once a document: each card on the canvas asks for its own. */
export function nodeIndex(document: WorkflowDocument): ReadonlyMap<string, WorkflowNode> {
  const known = indexes.get(document)
  if (known) return known
  const index = new Map(document.nodes.map((node) => [node.id, node]))
  indexes.set(document, index)
  return index
}
