import { certaintyOf } from './certainty'
import type { Body, Edge, WorkflowNode } from './document'
import { makeGraph } from './graph'
import { exitsOf } from './nodes/exits-of'
import { kindOf } from './nodes/node-kinds'

/**
 * Has this step of a body certainly given its output whenever the body has come to its end? A step before all that
 * starts and one after every loose end are imagined, and the rule of the graph is asked.
 */
export function surelyEnds({ nodes, edges }: Body, id: string): boolean {
  const running = nodes.filter((node) => kindOf(node).runs && !kindOf(node).isTrigger)
  const starts = running.filter((node) => !edges.some(({ to }) => to === node.id))
  const graph = makeGraph({
    nodes: [imagined(begin), ...running, imagined(end)],
    edges: [
      ...starts.map((node) => ({ from: begin, exit: 'out', to: node.id })),
      ...edges,
      ...running.flatMap((node) => looseEndsOf(node, edges)),
    ],
  })
  return certaintyOf(graph)(id, end) === 'output'
}

function looseEndsOf(node: WorkflowNode, edges: readonly Edge[]): readonly Edge[] {
  return exitsOf(node)
    .filter(({ exit }) => !edges.some((edge) => edge.from === node.id && edge.exit === exit))
    .map(({ exit }) => ({ from: node.id, exit, to: end }))
}

/** No slug begins with a capital letter, so these are nobody's. */
const begin = 'Begin'
const end = 'End'

function imagined(id: string): WorkflowNode {
  return { id, type: 'set', config: { fields: [] } }
}
