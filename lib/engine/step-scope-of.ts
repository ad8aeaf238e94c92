import type { Json, JsonObject } from '../core/json'
import type { Outcome, Plan, PlannedNode, RunState } from './contract'
import { liveExitOf } from './frontier'

/** The outputs that a step's fields may speak of, by node id. */
export function stepScopeOf(
  { reads, outerReads }: Pick<PlannedNode, 'reads' | 'outerReads'>,
  nodes: Plan['nodes'],
  { outcomes, outer = {} }: Pick<RunState, 'outcomes' | 'outer'>,
): JsonObject {
  const scope: Record<string, Json> = {}
  for (const id of outerReads) {
    const value = Object.hasOwn(outer, id) ? outer[id] : undefined
    if (value !== undefined) scope[id] = value
  }
  return { ...scope, ...outputsOf(reads, nodes, outcomes) }
}

/** What these steps gave. */
export function outputsOf(
  ids: Iterable<string>,
  nodes: Plan['nodes'],
  outcomes: RunState['outcomes'],
): JsonObject {
  const outputs: Record<string, Json> = {}
  for (const id of ids) {
    const planned = nodes.get(id)
    const output = planned && outputOf(planned, outcomes.get(id))
    if (output !== undefined) outputs[id] = output
  }
  return outputs
}

// A step that ended well and gave nothing that is known (a call of which a person said only that it happened) is not
// there for those who read it: their field fails by name, and no null goes on.
function outputOf(planned: PlannedNode, outcome: Outcome | undefined): Json | undefined {
  if (outcome?.status === 'succeeded') return outcome.output ?? undefined
  if (outcome?.status !== 'failed' || liveExitOf(planned, outcome) !== 'error') return undefined
  const { code, message, retry } = outcome.error
  return { code, message, retryable: retry === 'after' }
}
