import type { WorkflowDocument } from '@/lib/workflow/document'
import { nodeIndex } from '../store/node-index'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The step that an arrow key leads to: along the lines left and right, to the nearest one up and down. */
export function neighbourOf(document: WorkflowDocument, id: string, direction: Direction): string | null {
  const index = nodeIndex(document)
  const here = index.get(id)?.position
  if (!here) return null
  const placed = (ids: readonly string[]) =>
    ids
      .flatMap((other) => {
        const at = index.get(other)?.position
        return at ? [{ id: other, ...at }] : []
      })
      .sort((a, b) => a.y - b.y || a.x - b.x)
  if (direction === 'right') return placed(leads(document, id, 'from', 'to'))[0]?.id ?? null
  if (direction === 'left') return placed(leads(document, id, 'to', 'from'))[0]?.id ?? null
  const sign = direction === 'down' ? 1 : -1
  const others = placed(document.nodes.map((node) => node.id)).filter(
    (other) => other.id !== id && (other.y - here.y) * sign > 0,
  )
  const distance = (other: { x: number; y: number }) =>
    Math.abs(other.y - here.y) + 2 * Math.abs(other.x - here.x)
  return others.sort((a, b) => distance(a) - distance(b))[0]?.id ?? null
}

function leads(document: WorkflowDocument, id: string, near: 'from' | 'to', far: 'from' | 'to'): string[] {
  return document.edges.filter((edge) => edge[near] === id).map((edge) => edge[far])
}
