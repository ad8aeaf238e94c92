import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateSize } from '@/components/canvas/layout/card-size'
import { freePlace } from '@/components/canvas/layout/free-place'
import { layOut, withAllPlaced, withPositions } from '@/components/canvas/layout/lay-out'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'

function set(id: string, position?: { x: number; y: number }): WorkflowNode {
  return { id, type: 'set', config: { fields: [] }, ...(position ? { position } : {}) }
}

/** Any acyclic graph: lines only lead from an earlier node to a later one. */
const documents = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 25 }))
  .map(([count, pairs]): WorkflowDocument => {
    const edges = pairs
      .filter(([from, to]) => from < to && to < count)
      .map(([from, to]) => ({ from: `n${from}`, exit: 'out', to: `n${to}` }))
    const unique = [...new Map(edges.map((edge) => [`${edge.from}>${edge.to}`, edge])).values()]
    return { schema: 1, nodes: Array.from({ length: count }, (_, index) => set(`n${index}`)), edges: unique }
  })

function overlapping(document: WorkflowDocument): string[] {
  const cards = document.nodes.map((node) => ({ id: node.id, ...node.position, ...estimateSize(node) }))
  return cards.flatMap((a, index) =>
    cards
      .slice(index + 1)
      .filter(
        (b) =>
          (a.x ?? 0) < (b.x ?? 0) + b.width &&
          (b.x ?? 0) < (a.x ?? 0) + a.width &&
          (a.y ?? 0) < (b.y ?? 0) + b.height &&
          (b.y ?? 0) < (a.y ?? 0) + a.height,
      )
      .map((b) => `${a.id} and ${b.id}`),
  )
}

describe('laying a workflow out', () => {
  it('places every step, with no two cards over each other, and later steps further right', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const placed = withAllPlaced(document)
        expect(overlapping(placed)).toEqual([])
        const x = new Map(placed.nodes.map((node) => [node.id, node.position?.x ?? Number.NaN]))
        for (const edge of placed.edges) expect(x.get(edge.to)).toBeGreaterThan(x.get(edge.from) ?? 0)
      }),
    )
  })

  it('gives the same places each time, so that laying out twice moves nothing', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = withPositions(document, layOut(document))
        expect(withPositions(once, layOut(once))).toBe(once)
      }),
    )
  })

  it('leaves a document alone in which every step has a place', () => {
    const document: WorkflowDocument = { schema: 1, nodes: [set('a', { x: 3, y: 5 })], edges: [] }
    expect(withAllPlaced(document)).toBe(document)
  })

  it('leaves notes where they are', () => {
    const note: WorkflowNode = { id: 'n', type: 'note', position: { x: 1, y: 2 }, config: { text: 'why' } }
    expect(layOut({ schema: 1, nodes: [note, set('a')], edges: [] }).has('n')).toBe(false)
  })
})

describe('placing a new step', () => {
  it('moves down until nothing is under it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 })), {
          maxLength: 12,
        }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 1_000 }),
        (taken, x, y) => {
          const nodes = taken.map(([cx, cy], index) => set(`n${index}`, { x: cx, y: cy }))
          const added = set('new')
          const place = freePlace({ schema: 1, nodes, edges: [] }, { x, y, ...estimateSize(added) })
          const hits = overlapping({
            schema: 1,
            nodes: [...nodes, { ...added, position: place }],
            edges: [],
          }).filter((pair) => pair.endsWith('and new'))
          expect(hits).toEqual([])
        },
      ),
    )
  })
})
