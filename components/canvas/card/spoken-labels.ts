import type { WorkflowDocument } from '@/lib/workflow/document'
import { kindTitleOf, titleOf } from './title-of'

const kept = new WeakMap<WorkflowDocument, ReadonlyMap<string, string>>()

/** What a screen reader says of each card: its name, its kind, and where it leads. Made once for a document. */
export function spokenLabels(document: WorkflowDocument): ReadonlyMap<string, string> {
  const known = kept.get(document)
  if (known) return known
  const names = new Map(document.nodes.map((node) => [node.id, titleOf(node)]))
  const leads = Map.groupBy(document.edges, (edge) => edge.from)
  const labels = new Map(
    document.nodes.map((node) => {
      const title = titleOf(node)
      const kind = kindTitleOf(node)
      const targets = leads.get(node.id)?.flatMap(({ to }) => names.get(to) ?? []) ?? []
      const who = kind === title ? title : `${title}, ${kind}`
      return [node.id, targets.length > 0 ? `${who}. Leads to ${targets.join(' and ')}` : who]
    }),
  )
  kept.set(document, labels)
  return labels
}
