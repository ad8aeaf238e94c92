import type { Graph } from '../graph'

/**
 * The knots of a graph: sets of nodes of which each leads to every other (strongly connected, by Kosaraju's two
 * passes), without those of one node that does not lead to itself. No recursion: a document may hold a long line.
 */
export function knotsOf(graph: Graph): readonly ReadonlySet<string>[] {
  const stuck = new Set(graph.stuck)
  const after = (id: string) => neighbours(graph.nodes.get(id)?.outputs, 'to', stuck)
  const before = (id: string) => neighbours(graph.nodes.get(id)?.inputs, 'from', stuck)
  const placed = new Set<string>()
  const knots: ReadonlySet<string>[] = []
  for (const start of finishingOrder(graph.stuck, after).toReversed()) {
    if (placed.has(start)) continue
    const knot = new Set([start])
    const open = [start]
    placed.add(start)
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const other of before(id)) {
        if (placed.has(other)) continue
        placed.add(other)
        knot.add(other)
        open.push(other)
      }
    }
    if (knot.size > 1 || after(start).includes(start)) knots.push(knot)
  }
  return knots
}

function neighbours(
  edges: readonly { readonly from: string; readonly to: string }[] | undefined,
  end: 'from' | 'to',
  stuck: ReadonlySet<string>,
): readonly string[] {
  return (edges ?? []).map((edge) => edge[end]).filter((id) => stuck.has(id))
}

function finishingOrder(ids: readonly string[], after: (id: string) => readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const finished: string[] = []
  for (const start of ids) {
    if (seen.has(start)) continue
    seen.add(start)
    const open = [{ id: start, rest: [...after(start)] }]
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const following = top.rest.pop()
      if (following === undefined) {
        finished.push(top.id)
        open.pop()
      } else if (!seen.has(following)) {
        seen.add(following)
        open.push({ id: following, rest: [...after(following)] })
      }
    }
  }
  return finished
}
