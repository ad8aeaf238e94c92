import type { Edge } from '../workflow/document'
import type { Graph } from '../workflow/graph'

/** Which ways lead through an approval and which go around. */
export type Gates = {
  isReached(id: string): boolean
  /** A shortest way from a trigger that passes no approval. */
  freeWayTo(id: string): readonly string[] | undefined
  /** The approvals whose `approved` leads to the node without another approval between. */
  gatesBefore(id: string): readonly string[]
  wayThrough(gate: string, id: string): readonly string[]
  anyWayTo(id: string): readonly string[]
}

type Came = ReadonlyMap<string, string | undefined>

/** An approval lets through by `approved`; its other exits are no approval of anything. */
export function isGateEdge(graph: Graph, { from, exit }: Edge): boolean {
  return exit === 'approved' && graph.nodes.get(from)?.node.type === 'approval'
}

/** Which nodes are reached without passing an approval, and which behind each one. */
export function gatesOf(graph: Graph): Gates {
  const free = walk(graph, graph.triggers, (edge) => !isGateEdge(graph, edge))
  const all = walk(graph, graph.triggers, () => true)
  const through = new Map<string, Came>()
  for (const [id, { node, outputs }] of graph.nodes) {
    if (node.type !== 'approval' || !all.has(id)) continue
    const approved = outputs.filter(({ exit }) => exit === 'approved').map(({ to }) => to)
    through.set(
      id,
      walk(graph, approved, (edge) => !isGateEdge(graph, edge)),
    )
  }
  return {
    isReached: (id) => all.has(id),
    freeWayTo: (id) => (free.has(id) ? wayBack(free, id) : undefined),
    gatesBefore: (id) => [...through].flatMap(([gate, came]) => (came.has(id) ? [gate] : [])),
    wayThrough: (gate, id) => [...wayBack(all, gate), ...wayBack(through.get(gate) ?? new Map(), id)],
    anyWayTo: (id) => wayBack(all, id),
  }
}

/** Breadth first, so that the way found is a short one: it is drawn on the canvas. */
function walk(graph: Graph, starts: readonly string[], isOpen: (edge: Edge) => boolean): Came {
  const came = new Map<string, string | undefined>(starts.map((id) => [id, undefined]))
  const open = [...came.keys()]
  for (let index = 0; index < open.length; index++) {
    for (const edge of graph.nodes.get(open[index] ?? '')?.outputs ?? []) {
      if (came.has(edge.to) || !isOpen(edge)) continue
      came.set(edge.to, edge.from)
      open.push(edge.to)
    }
  }
  return came
}

function wayBack(came: Came, end: string): readonly string[] {
  const way: string[] = []
  for (let id: string | undefined = end; id !== undefined; id = came.get(id)) way.push(id)
  return way.toReversed()
}
