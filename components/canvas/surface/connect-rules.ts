import type { Edge, WorkflowDocument } from '@/lib/workflow/document'
import { titleOf } from '../card/title-of'

const reaches = new WeakMap<WorkflowDocument, Map<string, ReadonlySet<string>>>()

/** All that can be reached from a node, itself included. Kept by document: a drag asks it of every card. */
function reachedFrom(document: WorkflowDocument, start: string): ReadonlySet<string> {
  const kept = reaches.get(document) ?? new Map<string, ReadonlySet<string>>()
  reaches.set(document, kept)
  const known = kept.get(start)
  if (known) return known
  const next = Map.groupBy(document.edges, (edge) => edge.from)
  const seen = new Set([start])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of next.get(id) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  kept.set(start, seen)
  return seen
}

/** Why a line may not be drawn, in a sentence, or null when it may. */
export function refusalOf(document: WorkflowDocument, { from, exit, to }: Edge): string | null {
  const target = document.nodes.find((node) => node.id === to)
  if (!target) return 'That step is no longer there.'
  if (from === to) return 'A step cannot lead to itself.'
  if (target.type === 'note') return 'A note never runs, so nothing can lead to it.'
  if (target.type.startsWith('trigger.')) {
    return `“${titleOf(target)}” starts the workflow, so nothing can lead to it.`
  }
  if (document.edges.some((edge) => edge.from === from && edge.exit === exit && edge.to === to)) {
    return 'These two are already connected.'
  }
  if (reachedFrom(document, to).has(from)) {
    return `“${titleOf(target)}” comes earlier on this path. A line back to it would make a circle that never ends.`
  }
  return null
}
