import type { Plan } from '@/lib/engine/contract'
import type { Loop } from '@/lib/engine/loop'
import type { NodeType } from '@/lib/workflow/document'

/** Lanes of items that do not wait: more of them would not be faster. */
const mostLanes = 8

/** A call that carries items of a loop hands over to the next after so many durable steps, well below what is allowed. */
export const stepsPerCall = 600

/** A loop whose items wait takes so many calls at most. */
const mostCalls = 400

/** What parks a call: to come back to it, all that the call did before is gone through again. */
const parking: ReadonlySet<NodeType> = new Set(['approval', 'wait', 'workflow', 'each', 'repeat'])

/** How a loop's items are dealt out: lane by lane, item by item, like cards. */
export type Lanes = {
  readonly count: number
  /** So many items a call at most. */
  readonly itemsPerCall: number
}

export function lanesOf(loop: Loop, body: Plan): Lanes {
  const parks = [...body.nodes.values()].some(({ node }) => parking.has(node.type))
  return {
    count: Math.max(1, Math.min(loop.concurrency, loop.count, parks ? loop.concurrency : mostLanes)),
    itemsPerCall: parks ? Math.max(1, Math.ceil(loop.count / mostCalls)) : loop.count,
  }
}
