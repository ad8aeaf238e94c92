import type { Node as FlowNode } from '@xyflow/react'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { spokenLabels } from '../card/spoken-labels'
import { estimateSize } from '../layout/card-size'

/** What React Flow draws. A card reads its own node from the store: nothing of the document is copied here. */
export type CanvasNode = FlowNode<Record<string, never>, 'step' | 'note'>

const noData: Record<string, never> = {}
const origin = { x: 0, y: 0 }

/** The cards of a document. Those that did not change stay the same objects, so that nothing redraws them. */
export function toCanvasNodes(
  document: WorkflowDocument,
  selected: ReadonlySet<string>,
  before: CanvasNode[],
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const labels = spokenLabels(document)
  const nodes = document.nodes.map((node): CanvasNode => {
    const old = known.get(node.id)
    const position = node.position ?? origin
    const isSelected = selected.has(node.id)
    const ariaLabel = labels.get(node.id) ?? node.id
    if (!old) {
      const size = estimateSize(node)
      return {
        id: node.id,
        type: node.type === 'note' ? 'note' : 'step',
        position,
        data: noData,
        selected: isSelected,
        ariaLabel,
        initialWidth: size.width,
        initialHeight: size.height,
      }
    }
    const stays = old.dragging || (old.position.x === position.x && old.position.y === position.y)
    if (stays && old.selected === isSelected && old.ariaLabel === ariaLabel) return old
    return { ...old, position: stays ? old.position : position, selected: isSelected, ariaLabel }
  })
  const isSame = nodes.length === before.length && nodes.every((node, index) => node === before[index])
  return isSame ? before : nodes
}
