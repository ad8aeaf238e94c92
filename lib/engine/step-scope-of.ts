import type { Json, JsonObject } from '../core/json'
import type { Outcome, PlannedNode, RunState } from './contract'
import { liveExitOf } from './frontier'

/** The outputs that a step's fields may speak of, by node id. */
export function stepScopeOf(
  reads: readonly string[],
  nodes: ReadonlyMap<string, PlannedNode>,
  outcomes: RunState['outcomes'],
): JsonObject {
  const scope: Record<string, Json> = {}
  for (const id of reads) {
    const planned = nodes.get(id)
    const output = planned && outputOf(planned, outcomes.get(id))
    if (output !== undefined) scope[id] = output
  }
  return scope
}

function outputOf(planned: PlannedNode, outcome: Outcome | undefined): Json | undefined {
  if (outcome?.status === 'succeeded') return outcome.output
  if (outcome?.status !== 'failed' || liveExitOf(planned, outcome) !== 'error') return undefined
  const { code, message, retry } = outcome.error
  return { code, message, retryable: retry === 'after' }
}
