import type { Body, WorkflowNode } from '../document'

/** The step of a body that nothing follows, when there is one such alone: what it gives is what the body gives. */
export function lastStepOf({ nodes, edges }: Body): WorkflowNode | undefined {
  const last = nodes.filter(({ id, type }) => type !== 'note' && !edges.some(({ from }) => from === id))
  return last.length === 1 ? last[0] : undefined
}
