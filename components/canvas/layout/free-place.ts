import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { estimateSize, type Point, type Size, toGrid } from './card-size'

const gap = 24

function overlaps(a: Point & Size, b: Point & Size): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  )
}

/** The wanted place, moved down until nothing is under it. */
export function freePlace(
  document: WorkflowDocument,
  wanted: Point & Size,
  sizeOf: (node: WorkflowNode) => Size = estimateSize,
): Point {
  const taken = document.nodes.flatMap((node) =>
    node.position ? [{ ...node.position, ...sizeOf(node) }] : [],
  )
  let place = { ...wanted, ...toGrid(wanted) }
  for (;;) {
    const under = taken.filter((card) => overlaps(card, place))
    if (under.length === 0) return { x: place.x, y: place.y }
    const lowest = Math.max(...under.map((card) => card.y + card.height))
    place = { ...place, ...toGrid({ x: place.x, y: lowest + gap + gap / 3 }) }
  }
}
