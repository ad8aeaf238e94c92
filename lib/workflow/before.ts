import { addAll, addBit, type BitRow, emptyRow, hasBit } from './bit-rows'
import type { Graph } from './graph'

/** Does one node stand before another, so that it has always settled when the other's turn comes? */
export type IsBefore = (one: string, other: string) => boolean

export function makeIsBefore(graph: Graph): IsBefore {
  const place = new Map(graph.order.map((id, index) => [id, index]))
  const rows = new Map<string, BitRow>()
  for (const id of graph.order) {
    const row = emptyRow(graph.order.length)
    for (const { from } of graph.nodes.get(id)?.inputs ?? []) {
      const before = rows.get(from)
      if (before) addAll(row, before)
      addBit(row, place.get(from) ?? 0)
    }
    rows.set(id, row)
  }
  return (one, other) => {
    const row = rows.get(other)
    const bit = place.get(one)
    return row !== undefined && bit !== undefined && hasBit(row, bit)
  }
}
