import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { allNodes } from '@/lib/workflow/levels'

const indexes = new WeakMap<WorkflowDocument, ReadonlyMap<string, WorkflowNode>>()
const wholes = new WeakMap<WorkflowDocument, ReadonlyMap<string, WorkflowNode>>()

/** A canvas's nodes by id. Made once a document: each card on the canvas asks for its own. */
export function nodeIndex(document: WorkflowDocument): ReadonlyMap<string, WorkflowNode> {
  return indexed(indexes, document, () => document.nodes)
}

/** All nodes by id, those inside of loops too. */
export function wholeIndex(document: WorkflowDocument): ReadonlyMap<string, WorkflowNode> {
  return indexed(wholes, document, () => allNodes(document))
}

function indexed(
  known: WeakMap<WorkflowDocument, ReadonlyMap<string, WorkflowNode>>,
  document: WorkflowDocument,
  nodes: () => readonly WorkflowNode[],
): ReadonlyMap<string, WorkflowNode> {
  const found = known.get(document) ?? new Map(nodes().map((node) => [node.id, node]))
  known.set(document, found)
  return found
}
