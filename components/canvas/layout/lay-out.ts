import { Graph, layout } from '@dagrejs/dagre'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import { estimateSize, type Point, type Size, toGrid } from './card-size'

export type SizeOf = (node: WorkflowNode) => Size

/** From a card's top to its handles: lines between cards of different height are straight when these align. */
const handleLine = 26

/**
 * Where each card goes, left to right in the order of the lines. Notes stay where a person put them. Deterministic,
 * and no two cards overlap: guarded by tests/unit/components/canvas/lay-out.test.ts.
 */
export function layOut(
  document: WorkflowDocument,
  sizeOf: SizeOf = estimateSize,
): ReadonlyMap<string, Point> {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 72, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  const placed = document.nodes.filter((node) => node.type !== 'note')
  const known = new Set(placed.map((node) => node.id))
  for (const node of placed) {
    const { width, height } = sizeOf(node)
    // A box with the handles at its middle: what the layout puts in line are middles.
    graph.setNode(node.id, { width, height: 2 * (height - handleLine) })
  }
  const edges = document.edges.filter((edge) => known.has(edge.from) && known.has(edge.to))
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edge.exit)
  layout(graph, { constraints: exitOrder(document, known) })
  return new Map(
    placed.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id)
      return [node.id, toGrid({ x: x - sizeOf(node).width / 2, y: y - handleLine })]
    }),
  )
}

/** What leaves by an upper exit stands above what leaves by a lower one, so that lines do not cross. */
function exitOrder(document: WorkflowDocument, known: ReadonlySet<string>) {
  return document.nodes.flatMap((node) => {
    const targets = exitsOf(node).flatMap(({ exit }) =>
      document.edges
        .filter((edge) => edge.from === node.id && edge.exit === exit && known.has(edge.to))
        .map((edge) => edge.to),
    )
    const ordered = [...new Set(targets)]
    return ordered.slice(1).map((right, index) => ({ left: ordered[index] ?? right, right }))
  })
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
