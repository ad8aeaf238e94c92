import { Graph, layout } from '@dagrejs/dagre'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { estimateSize, type Point, type Size, toGrid } from './card-size'

export type SizeOf = (node: WorkflowNode) => Size

/**
 * Where each card goes, left to right in the order of the lines. Notes stay where a person put them. Deterministic,
 * and no two cards overlap: guarded by tests/unit/components/canvas/lay-out.test.ts.
 */
export function layOut(
  document: WorkflowDocument,
  sizeOf: SizeOf = estimateSize,
): ReadonlyMap<string, Point> {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 88, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  const placed = document.nodes.filter((node) => node.type !== 'note')
  const known = new Set(placed.map((node) => node.id))
  for (const node of placed) graph.setNode(node.id, { ...sizeOf(node) })
  for (const edge of document.edges) {
    if (known.has(edge.from) && known.has(edge.to)) graph.setEdge(edge.from, edge.to, {}, edge.exit)
  }
  layout(graph)
  return new Map(
    placed.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id)
      const { width, height } = sizeOf(node)
      return [node.id, toGrid({ x: x - width / 2, y: y - height / 2 })]
    }),
  )
}

/** The document with these positions: one edit. Returns the same document when nothing moves. */
export function withPositions(
  document: WorkflowDocument,
  positions: ReadonlyMap<string, Point>,
): WorkflowDocument {
  let moved = false
  const nodes = document.nodes.map((node) => {
    const to = positions.get(node.id)
    if (!to || (node.position?.x === to.x && node.position.y === to.y)) return node
    moved = true
    return { ...node, position: { x: to.x, y: to.y } }
  })
  return moved ? { ...document, nodes } : document
}

/** A document that can be drawn: laid out when any node has no place yet. */
export function withAllPlaced(document: WorkflowDocument): WorkflowDocument {
  const missing = document.nodes.filter((node) => !node.position)
  if (missing.length === 0) return document
  const notes = missing.filter((node) => node.type === 'note')
  const places = new Map(layOut(document))
  for (const [index, note] of notes.entries()) places.set(note.id, { x: index * 264, y: -160 })
  for (const node of document.nodes) if (node.type === 'note' && node.position) places.delete(node.id)
  return withPositions(document, places)
}
