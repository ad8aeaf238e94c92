import { HandrailError } from '@/lib/core/errors'
import type { Ports, RunEnd, RunState } from '@/lib/engine/contract'
import { computeStep, performStep } from '@/lib/engine/perform-step'
import { stepCallOf } from '@/lib/engine/step-call-of'
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
  const call = stepCallOf(planned, execution.plan, state)
  const computed = computeStep(node, () => call)
  if (computed) ports.record([{ path: call.path, node, outcome: computed }])
  const outcome = computed ?? (await performStep(call, ports))
  if (outcome.status === 'failed') {
    return { status: 'failed', output: null, error: { ...outcome.error, path: node.id } }
  }
  return { status: 'succeeded', output: outcome.status === 'succeeded' ? outcome.output : null }
}
