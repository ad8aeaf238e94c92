import type { Json, JsonObject } from '../core/json'
import { makeIsBefore } from '../workflow/before'
import type { Graph } from '../workflow/graph'
import { readsOf } from '../workflow/references'
import { foretell } from './foretell'
import { isGateEdge } from './gates-of'

/** What is known when an approval is asked. */
export type KnownFacts = {
  /** Outputs of the steps that have ended, by node id. Those that do not stand before the approval are not looked at. */
  readonly outputs: JsonObject
  /** Of an approval inside a loop: what its steps may read of outside, the item included. */
  readonly outer?: JsonObject
  readonly now: number
}

/** Which steps may run once an approval is approved, and what is certain to be known by then. */
export type Foreseen = {
  readonly reached: ReadonlySet<string>
  readonly outputs: JsonObject
  /** Will nothing that happens after the decision change what this step reads? */
  isDecided(id: string): boolean
}

/**
 * Follows `approved` up to the next approvals. Values that follow from what is known are worked out, so that a
 * condition that can be answered already takes one branch only; all else may go any way and gives nothing yet. A
 * default does not count while its source may still come.
 */
export function foresee(graph: Graph, approval: string, facts: KnownFacts): Foreseen {
  const isBefore = makeIsBefore(graph)
  const settled = new Set(graph.order.filter((id) => isBefore(id, approval)))
  const outputs: Record<string, Json> = {}
  for (const [id, output] of Object.entries(facts.outputs)) if (settled.has(id)) outputs[id] = output
  const outer = facts.outer ?? {}
  const reached = new Set<string>()
  const next = new Set<string>()
  for (const { exit, to } of graph.nodes.get(approval)?.outputs ?? []) if (exit === 'approved') next.add(to)

  function isDecided(id: string): boolean {
    const planned = graph.nodes.get(id)
    if (!planned) return false
    return [...readsOf(planned.node)].every((from) => settled.has(from) || Object.hasOwn(outer, from))
  }

  for (const id of graph.order) {
    const planned = graph.nodes.get(id)
    if (!planned || !next.has(id)) continue
    reached.add(id)
    const { node } = planned
    const told = isDecided(id)
      ? foretell(node, { scope: { ...outer, ...outputs }, now: facts.now, node })
      : undefined
    if (told) {
      outputs[id] = told.output
      settled.add(id)
    }
    for (const edge of planned.outputs) {
      if ((!told || told.exit === edge.exit) && !isGateEdge(graph, edge)) next.add(edge.to)
    }
  }
  return { reached, outputs, isDecided }
}
