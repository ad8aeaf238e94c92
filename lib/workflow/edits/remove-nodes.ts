import type { Edge, WorkflowDocument } from '../document'
import { isSameEdge } from './is-same-edge'

/**
 * The document without these nodes. A line through removed nodes is joined again when it is plain where it leads:
 *
 *     a ─ b ─ c   without b   a ─ c
 *
 * but nothing is guessed where a removed node has more than one line out.
 */
export function removeNodes(document: WorkflowDocument, ids: ReadonlySet<string>): WorkflowDocument {
  if (!document.nodes.some((node) => ids.has(node.id))) return document
  const joined: Edge[] = []
  for (const edge of document.edges) {
    if (ids.has(edge.from)) continue
    const to = ids.has(edge.to) ? landing(document, ids, edge.to) : edge.to
    if (to === null) continue
    const next = { ...edge, to }
    if (!joined.some((other) => isSameEdge(other, next))) joined.push(next)
  }
  return { ...document, nodes: document.nodes.filter((node) => !ids.has(node.id)), edges: joined }
}

function landing(document: WorkflowDocument, ids: ReadonlySet<string>, start: string): string | null {
  let at = start
  for (let steps = 0; steps <= document.edges.length; steps += 1) {
    const out = document.edges.filter((edge) => edge.from === at)
    const [only] = out
    if (!only || out.length > 1) return null
    if (!ids.has(only.to)) return only.to
    at = only.to
  }
  return null
}

/** The document without these lines. */
export function removeEdges(document: WorkflowDocument, edges: readonly Edge[]): WorkflowDocument {
  const kept = document.edges.filter((edge) => !edges.some((other) => isSameEdge(edge, other)))
  return kept.length === document.edges.length ? document : { ...document, edges: kept }
}
