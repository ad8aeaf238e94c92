import type { Edge } from './document'
import { type Graph, type GraphNode, makeGraph } from './graph'
import { bodyOf, type Drawn } from './levels'

/** The way from a loop into its body. It is no exit of the loop: nothing comes back by it. */
export const intoBody = 'body'

/**
 * All levels of a document as one graph: each loop leads into its body, and what follows the loop does not follow its
 * body's steps. For questions about ways (which gates does every way to this step pass?), never for running.
 */
export function wholeGraph(document: Drawn): Graph {
  const graph = makeGraph(document)
  const nodes = new Map<string, GraphNode>(graph.nodes)
  const order: string[] = []
  const stuck = [...graph.stuck]
  for (const id of graph.order) {
    order.push(id)
    const planned = graph.nodes.get(id)
    const body = planned && !planned.isPassedOver ? bodyOf(planned.node) : undefined
    if (!planned || !body) continue
    const inside = wholeGraph(body)
    const ways: Edge[] = []
    for (const [innerId, inner] of inside.nodes) {
      const way: Edge = { from: id, exit: intoBody, to: innerId }
      const starts = inner.inputs.length === 0 && !inner.isPassedOver
      if (starts) ways.push(way)
      nodes.set(innerId, starts ? { ...inner, inputs: [way] } : inner)
    }
    nodes.set(id, { ...planned, outputs: [...planned.outputs, ...ways] })
    order.push(...inside.order)
    stuck.push(...inside.stuck)
  }
  return { nodes, order, triggers: graph.triggers, stuck }
}
