import type { WorkflowDocument } from '@/lib/workflow/document'

/** The connections that a document names, each once. */
export function connectionsOf(document: WorkflowDocument): readonly string[] {
  const named = document.nodes.flatMap((node) => {
    if (node.type === 'action') return [node.connection]
    return node.type === 'agent' ? node.config.tools.map((tool) => tool.connection) : []
  })
  return [...new Set(named.filter((id) => id !== undefined))]
}
