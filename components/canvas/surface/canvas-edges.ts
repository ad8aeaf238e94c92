import type { Edge as FlowEdge } from '@xyflow/react'
import { edgeKey } from '@/components/editor/store/edge-key'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { titleOf } from '../card/title-of'

export type CanvasEdge = FlowEdge<Record<string, never>, 'line'>

/** The lines of a document. Those that did not change stay the same objects. */
export function toCanvasEdges(
  document: WorkflowDocument,
  selected: ReadonlySet<string>,
  before: CanvasEdge[],
): CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const names = new Map(document.nodes.map((node) => [node.id, titleOf(node)]))
  const nameOf = (id: string) => names.get(id) ?? 'a deleted step'
  const edges = document.edges.map((edge): CanvasEdge => {
    const id = edgeKey(edge)
    const old = known.get(id)
    const isSelected = selected.has(id)
    const ariaLabel = `Line from ${nameOf(edge.from)} to ${nameOf(edge.to)}`
    if (old && old.selected === isSelected && old.ariaLabel === ariaLabel) return old
    return {
      id,
      type: 'line',
      source: edge.from,
      sourceHandle: edge.exit,
      target: edge.to,
      targetHandle: 'in',
      selected: isSelected,
      ariaLabel,
    }
  })
  const isSame = edges.length === before.length && edges.every((edge, index) => edge === before[index])
  return isSame ? before : edges
}
