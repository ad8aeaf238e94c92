import { makeIsBefore } from '../workflow/before'
import type { Graph } from '../workflow/graph'
import { readsOf } from '../workflow/references'
import { canBeForetold } from './foretell'

/** Can all that a step will send be known when an approval is asked? */
export type KnownAt = (step: string, gate: string) => boolean

/**
 * A value is known when its step stands before the approval, or when it is only computed from such values: a set, a
 * condition. What a service, a model or the deciding person gives afterwards is not.
 */
export function knownAt(graph: Graph): KnownAt {
  const isBefore = makeIsBefore(graph)
  const answers = new Map<string, boolean>()

  function isKnown(id: string, gate: string): boolean {
    const key = `${id} ${gate}`
    const answer = answers.get(key)
    if (answer !== undefined) return answer
    answers.set(key, false)
    const planned = graph.nodes.get(id)
    const known =
      isBefore(id, gate) || (planned !== undefined && canBeForetold(planned.node) && readsKnown(id, gate))
    answers.set(key, known)
    return known
  }

  function readsKnown(id: string, gate: string): boolean {
    const planned = graph.nodes.get(id)
    if (!planned) return false
    // What stands outside of the loop that this is the body of was there before its items began.
    return [...readsOf(planned.node)].every((from) => !graph.nodes.has(from) || isKnown(from, gate))
  }

  return readsKnown
}
