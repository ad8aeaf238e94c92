import type { WorkflowNode } from '@/lib/workflow/document'
import type { Drawn } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'

/** Steps in the order in which they may run, by the lines; branches one after the other. Notes come last. */
export function listOrder(document: Drawn): readonly WorkflowNode[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]))
  const waiting = new Map(document.nodes.map((node) => [node.id, 0]))
  for (const edge of document.edges) waiting.set(edge.to, (waiting.get(edge.to) ?? 0) + 1)
  const next = Map.groupBy(document.edges, (edge) => edge.from)
  const runs = document.nodes.filter((node) => kindOf(node).runs)
  const open = runs.filter((node) => waiting.get(node.id) === 0).reverse()
  const order: WorkflowNode[] = []
  for (let node = open.pop(); node; node = open.pop()) {
    order.push(node)
    for (const { to } of [...(next.get(node.id) ?? [])].reverse()) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      const target = nodes.get(to)
      if (left === 0 && target) open.push(target)
    }
  }
  const seen = new Set(order.map((node) => node.id))
  return [...order, ...document.nodes.filter((node) => !seen.has(node.id))]
}
