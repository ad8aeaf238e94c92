import type { WorkflowNode } from '@/lib/workflow/document'
import { bodyOf } from '@/lib/workflow/levels'

export type Size = { readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

export const cardWidth = 264
export const gridStep = 8

/** How large a card will be before the browser has measured it. Close is enough: it only keeps cards apart. */
export function estimateSize(node: WorkflowNode): Size {
  if (node.type === 'note') return { width: 240, height: 104 }
  if (node.type === 'condition')
    return { width: cardWidth, height: 84 + (node.config.branches.length + 1) * 28 }
  if (node.type === 'approval') return { width: cardWidth, height: 200 }
  if (node.type === 'agent')
    return { width: cardWidth, height: 148 + Math.ceil(node.config.tools.length / 2) * 28 }
  const body = bodyOf(node)
  if (body) return { width: cardWidth, height: 172 + Math.min(body.nodes.length, 4) * 18 }
  return { width: cardWidth, height: 124 }
}

export function toGrid({ x, y }: Point): Point {
  return { x: Math.round(x / gridStep) * gridStep, y: Math.round(y / gridStep) * gridStep }
}
