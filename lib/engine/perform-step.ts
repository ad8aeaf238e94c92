import type { WorkflowNode } from '../workflow/document'
import type { Outcome, Ports, StepCall } from './contract'
import { handlers } from './handlers'
import { toStepError } from './to-step-error'

/** The outcome of a step that touches no port, or `undefined` for one that does. `call` is asked for if it is needed. */
export function computeStep(node: WorkflowNode, call: () => StepCall): Outcome | undefined {
  const handler = handlers[node.type]
  if (handler.port !== undefined) return undefined
  try {
    return { status: 'succeeded', ...handler.compute(call(), node) }
  } catch (error) {
    return { status: 'failed', error: toStepError(error) }
  }
}

/** Performs a step that touches a port. */
export function performStep(call: StepCall, ports: Ports): Promise<Outcome> {
  const { port } = handlers[call.node.type]
  if (port === undefined) throw new Error(`"${call.node.type}" is computed, not performed.`)
  return ports[port](call)
}
