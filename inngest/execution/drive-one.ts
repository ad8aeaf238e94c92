import { HandrailError } from '@/lib/core/errors'
import type { Outcome, Ports, RunEnd, RunState, StepCall } from '@/lib/engine/contract'
import { handlers } from '@/lib/engine/handlers'
import { stepScopeOf } from '@/lib/engine/step-scope-of'
import { toStepError } from '@/lib/engine/to-step-error'
import type { Execution } from './execution'

/** Runs one step alone, on the facts that the run was given: a test of that step. */
export async function driveOne(
  execution: Execution,
  state: RunState,
  nodeId: string,
  ports: Ports,
): Promise<Pick<RunEnd, 'status' | 'output' | 'error'>> {
  const planned = execution.plan.nodes.get(nodeId)
  if (!planned) {
    throw new HandrailError({
      code: 'not_found',
      who: 'user',
      retry: 'no',
      message: 'The step to test is not in this draft. Choose another one.',
    })
  }
  const { node } = planned
  const scope = stepScopeOf(planned.reads, execution.plan.nodes, state.outcomes)
  const call: StepCall = { path: node.id, node, scope, now: state.now, state }
  const outcome = await performOne(call, ports)
  if (outcome.status === 'failed') {
    return { status: 'failed', output: null, error: { ...outcome.error, path: node.id } }
  }
  return { status: 'succeeded', output: outcome.status === 'succeeded' ? outcome.output : null }
}

async function performOne(call: StepCall, ports: Ports): Promise<Outcome> {
  const handler = handlers[call.node.type]
  if (handler.port !== undefined) return ports[handler.port](call)
  const outcome = compute(call)
  ports.record([{ path: call.path, node: call.node, outcome }])
  return outcome
}

function compute(call: StepCall): Outcome {
  const handler = handlers[call.node.type]
  if (handler.port !== undefined) throw new TypeError(`${call.node.type} is not computed`)
  try {
    return { status: 'succeeded', ...handler.compute(call, call.node) }
  } catch (error) {
    return { status: 'failed', error: toStepError(error) }
  }
}
