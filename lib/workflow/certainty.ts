import { makeIsBefore } from './before'
import { addAll, addBit, type BitRow, emptyRow, hasBit, keepCommon } from './bit-rows'
import type { Edge } from './document'
import type { Graph, GraphNode } from './graph'
import { exitsOf } from './nodes/exits-of'

/**
 * What is known of a source when a reader runs: it certainly gave its output, it certainly failed into its `error`
 * exit, or neither is certain.
 */
export type Certainty = (source: string, reader: string) => 'output' | 'error' | 'unsure'

/**
 * Follows the rule of the graph backwards and forwards. A step runs when at least one of its inputs is live, so what
 * is certain for it is what is certain along every one of them; and where a live exit leads, steps run.
 *
 *     a ──► b ──► d     parallel: d may read b and c
 *     └───► c ──►─┘
 *     x ─high─► b ──► d     exclusive: d may read x, and b or c only with a default
 *     └──low──► c ──►─┘
 *
 * A step that goes on with the first of its inputs knows only what stands before each of them: the others may be on
 * their way yet, or have been called off.
 *
 * Three facts a node: it ran, it gave its output, it went out of `error`.
 */
export function certaintyOf(graph: Graph): Certainty {
  const place = new Map(graph.order.map((id, index) => [id, index]))
  const size = graph.order.length * 3
  const isBefore = makeIsBefore(graph)
  const ahead = new Map<string, BitRow>()
  for (const id of graph.order.toReversed()) {
    const planned = graph.nodes.get(id)
    if (planned) lookAhead(planned)
  }
  const known = new Map<string, BitRow>()
  for (const id of graph.order) {
    const planned = graph.nodes.get(id)
    if (planned) known.set(id, lookBack(planned))
  }

  function bit(id: string, fact: 0 | 1 | 2): number {
    return (place.get(id) ?? 0) * 3 + fact
  }

  /** For each exit: what certainly happens once it is live. */
  function lookAhead({ node, outputs }: GraphNode): void {
    for (const { exit, to } of outputs) {
      const key = `${node.id} ${exit}`
      const row = ahead.get(key) ?? emptyRow(size)
      ahead.set(key, row)
      addBit(row, bit(to, 0))
      const target = graph.nodes.get(to)
      const sure = target && surelyLive(target)
      if (!sure) continue
      if (sure.givesOutput) addBit(row, bit(to, 1))
      const further = ahead.get(`${to} out`)
      if (further) addAll(row, further)
    }
  }

  /** What is certain once the node runs. */
  function lookBack({ node, inputs }: GraphNode): BitRow {
    let row: BitRow | undefined
    for (const input of inputs) {
      const along = node.settings?.join === 'first' ? settledBy(input) : alongEdge(input)
      if (row) keepCommon(row, along)
      else row = along
    }
    const result = row ?? emptyRow(size)
    addBit(result, bit(node.id, 0))
    return result
  }

  function alongEdge({ from, exit }: Edge): BitRow {
    const row = emptyRow(size)
    const before = known.get(from)
    if (before) addAll(row, before)
    const further = ahead.get(`${from} ${exit}`)
    if (further) addAll(row, further)
    const onError = graph.nodes.get(from)?.node.settings?.onError
    if (exit === 'error') addBit(row, bit(from, 2))
    else if (onError !== 'continue') addBit(row, bit(from, 1))
    return row
  }

  /** Of what is certain along an edge, what has happened by the time the edge is live. */
  function settledBy(input: Edge): BitRow {
    const row = alongEdge(input)
    const settled = emptyRow(size)
    for (const id of graph.order) {
      if (id !== input.from && !isBefore(id, input.from)) continue
      for (const fact of [0, 1, 2] as const) if (hasBit(row, bit(id, fact))) addBit(settled, bit(id, fact))
    }
    return settled
  }

  return (source, reader) => {
    const row = known.get(reader)
    if (!row || !place.has(source)) return 'unsure'
    if (hasBit(row, bit(source, 1))) return 'output'
    return hasBit(row, bit(source, 2)) ? 'error' : 'unsure'
  }
}

/** A node that, once it runs, goes out of `out` or ends the run. */
function surelyLive({ node, isPassedOver }: GraphNode): { readonly givesOutput: boolean } | undefined {
  const [only, ...others] = exitsOf(node)
  // A person may leave the step out, and with it what follows.
  if (node.settings?.onError === 'ask') return undefined
  if (isPassedOver || only?.exit !== 'out' || others.length > 0) return undefined
  return { givesOutput: node.settings?.onError !== 'continue' }
}
