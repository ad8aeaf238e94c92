import type { ActionCatalog } from '../connectors/contract'
import type { Drawn } from '../workflow/levels'
import { wholeGraph } from '../workflow/whole-graph'
import { decideCall } from './decide-call'
import { type EffectUse, effectsOfNode, needsGate } from './effects-of'
import { gatesOf } from './gates-of'
import { knownAt } from './known-at'
import { defaultPolicy, type WorkspacePolicy } from './workspace-policy'

/** A step that cannot be undone or reaches people outside, and that nobody is certain to have approved. */
export type Uncovered = {
  readonly use: EffectUse
  /** Node ids from a trigger to the step: the way that passes no gate, or the way through the gate that is not enough. */
  readonly path: readonly string[]
  /** `values_unknown`: an approval stands before it, but what will be sent is made only after the decision. */
  readonly reason: 'no_gate' | 'values_unknown' | 'agent_unasked'
}

/**
 * Does every way to an irreversible or outward step pass an approval's `approved`, with its values known by then?
 * A call that an agent chooses is gated by its own approval, as the policy asks. Nothing is said of what cannot run.
 */
export function coverage(
  document: Drawn,
  actions: ActionCatalog,
  policy: WorkspacePolicy = defaultPolicy,
): readonly Uncovered[] {
  const graph = wholeGraph(document)
  if (graph.stuck.length > 0) return []
  const uses = [...graph.nodes.values()]
    .filter(({ isPassedOver }) => !isPassedOver)
    .flatMap(({ node }) => effectsOfNode(node, actions))
    .filter(({ action }) => needsGate(action))
  if (uses.length === 0) return []
  const gates = gatesOf(graph)
  const known = knownAt(graph)
  return uses.flatMap((use): readonly Uncovered[] => {
    if (use.tool && decideCall(use.action, { kind: 'agent', approval: use.tool.approval }, policy) === 'ask')
      return []
    if (use.tool)
      return gates.isReached(use.node.id)
        ? [{ use, path: gates.anyWayTo(use.node.id), reason: 'agent_unasked' }]
        : []
    const free = gates.freeWayTo(use.node.id)
    if (free) return [{ use, path: free, reason: 'no_gate' }]
    const blind = gates.gatesBefore(use.node.id).find((gate) => !known(use.node.id, gate))
    return blind === undefined
      ? []
      : [{ use, path: gates.wayThrough(blind, use.node.id), reason: 'values_unknown' }]
  })
}
