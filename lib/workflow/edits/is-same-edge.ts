import type { Edge } from '../document'

/** An edge has no id: what it joins is what it is. */
export function isSameEdge(a: Edge, b: Edge): boolean {
  return a.from === b.from && a.exit === b.exit && a.to === b.to
}
