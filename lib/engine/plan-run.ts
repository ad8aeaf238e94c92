import { HandrailError } from '../core/errors'
import { makeIsBefore } from '../workflow/before'
import type { WorkflowDocument, WorkflowNode } from '../workflow/document'
import { type Graph, makeGraph } from '../workflow/graph'
import { bodyOf } from '../workflow/levels'
import { readsOf } from '../workflow/references'
import { nameOf } from '../workflow/step-scope'
import type { Plan, PlannedNode } from './contract'

/**
 * Makes a document ready to run. It expects one that has been checked: it throws `invalid_document` on a circle, and
 * leaves out notes and edges that lead nowhere. Disabled nodes are led around (`makeGraph` says how).
 */
export function planRun(
  document: Pick<WorkflowDocument, 'nodes' | 'edges'>,
  loop: string | null = null,
): Plan {
  const graph = makeGraph(document)
  const [stuck] = graph.stuck
  if (stuck !== undefined) throw goesInACircle(graph.nodes.get(stuck)?.node ?? { id: stuck })
  const isBefore = makeIsBefore(graph)
  const nodes = new Map<string, PlannedNode>()
  for (const id of graph.order) {
    const planned = graph.nodes.get(id)
    if (!planned) continue
    const reads = [...readsOf(planned.node)]
    const joinsFirst =
      planned.node.settings?.join === 'first' && planned.inputs.length > 1 && !planned.isPassedOver
    nodes.set(id, {
      ...planned,
      reads: reads.filter((from) => isBefore(from, id)),
      outerReads: reads.filter((from) => !graph.nodes.has(from)),
      joinsFirst,
      rivals: joinsFirst ? rivalsOf(graph, id) : [],
      ...bodyPlanOf(planned.node),
    })
  }
  return { loop, nodes, order: graph.order, triggers: graph.triggers }
}

function bodyPlanOf(node: WorkflowNode): { readonly body?: Plan } {
  const body = bodyOf(node)
  return body ? { body: planRun(body, node.id) } : {}
}

/** The steps all of whose ways lead to this join: once it goes on, nobody waits for them. */
function rivalsOf(graph: Graph, join: string): readonly string[] {
  const rivals = new Set<string>()
  for (const id of graph.order.toReversed()) {
    const outputs = graph.nodes.get(id)?.outputs ?? []
    if (outputs.length > 0 && outputs.every(({ to }) => to === join || rivals.has(to))) rivals.add(id)
  }
  return graph.order.filter((id) => rivals.has(id))
}

function goesInACircle(node: { readonly id: string; readonly name?: string | undefined }): HandrailError {
  return new HandrailError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `The workflow goes in a circle at "${nameOf(node)}". Remove one of the lines of the circle.`,
  })
}
