import type { Graph } from '../graph'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'
import { knotsOf } from './knots-of'

/** One circle of each knot, with the names of its nodes in order. */
export function checkCycles(graph: Graph): readonly Issue[] {
  return knotsOf(graph).flatMap((knot) => {
    const nodes = circleIn(knot, graph).flatMap((id) => graph.nodes.get(id)?.node ?? [])
    const [first] = nodes
    if (!first) return []
    const way = [...nodes, first].map(quoted).join(' → ')
    return [issueAt(first, 'cycle', `The lines go in a circle: ${way}. Remove one of them.`)]
  })
}

/** Walks backwards within a knot until it meets its own steps. */
function circleIn(knot: ReadonlySet<string>, graph: Graph): readonly string[] {
  const walked: string[] = []
  const place = new Map<string, number>()
  let [at] = knot
  while (at !== undefined && !place.has(at)) {
    place.set(at, walked.length)
    walked.push(at)
    at = graph.nodes.get(at)?.inputs.find(({ from }) => knot.has(from))?.from
  }
  return walked.slice(at === undefined ? 0 : (place.get(at) ?? 0)).toReversed()
}
