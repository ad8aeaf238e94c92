import type { Edge, WorkflowDocument } from '@/lib/workflow/document'

/** An edge has no id in the document: what it joins names it. */
export function edgeKey({ from, exit, to }: Edge): string {
  return `${from}:${exit}:${to}`
}

export function edgeOf(document: WorkflowDocument, key: string): Edge | undefined {
  return document.edges.find((edge) => edgeKey(edge) === key)
}
