import type { Plan, PlannedNode, RunState, StepCall } from './contract'
import { stepScopeOf } from './step-scope-of'

/** What a port or a computation is told of a step that became ready with these facts. */
export function stepCallOf(planned: PlannedNode, plan: Plan, state: RunState): StepCall {
  const { node, body } = planned
  return {
    path: `${state.prefix ?? ''}${node.id}`,
    node,
    scope: stepScopeOf(planned, plan.nodes, state),
    now: state.now,
    state,
    ...(body ? { body } : {}),
  }
}
