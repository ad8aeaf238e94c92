import type { WorkflowDocument } from '@/lib/workflow/document'
import { allNodes } from '@/lib/workflow/levels'

/** The connections that a document names, inside of its loops too, each once. */
export function connectionsOf(document: WorkflowDocument): readonly string[] {
  const named = allNodes(document).flatMap((node) => {
    if (node.type === 'action') return [node.connection]
    return node.type === 'agent' ? node.config.tools.map((tool) => tool.connection) : []
  })
  return [...new Set(named.filter((id) => id !== undefined))]
}
