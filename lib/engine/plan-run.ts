import { HandrailError } from '../core/errors'
import { makeIsBefore } from '../workflow/before'
import type { WorkflowDocument } from '../workflow/document'
import { makeGraph } from '../workflow/graph'
import { referencesOf } from '../workflow/references'
import { nameOf } from '../workflow/step-scope'
import type { Plan, PlannedNode } from './contract'

/**
 * Makes a document ready to run. It expects one that has been checked: it throws `invalid_document` on a circle, and
 * leaves out notes and edges that lead nowhere. Disabled nodes are led around (`makeGraph` says how).
 */
export function planRun(document: WorkflowDocument): Plan {
  const graph = makeGraph(document)
  const [stuck] = graph.stuck
  if (stuck !== undefined) throw goesInACircle(graph.nodes.get(stuck)?.node ?? { id: stuck })
  const isBefore = makeIsBefore(graph)
  const nodes = new Map<string, PlannedNode>()
  for (const id of graph.order) {
    const planned = graph.nodes.get(id)
    if (!planned) continue
    const mentioned = new Set(referencesOf(planned.node).map(({ from }) => from))
    nodes.set(id, { ...planned, reads: [...mentioned].filter((from) => isBefore(from, id)) })
  }
  return { nodes, order: graph.order, triggers: graph.triggers }
}

function goesInACircle(node: { readonly id: string; readonly name?: string | undefined }): HandrailError {
  return new HandrailError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `The workflow goes in a circle at "${nameOf(node)}". Remove one of the lines of the circle.`,
  })
}
