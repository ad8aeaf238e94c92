import type { WorkflowDocument } from '../document'
import type { Issue } from '../issue'
import { allNodes } from '../levels'
import { issueAt, quoted } from './context'

/** Two nodes with one id cannot be told apart, not in different loops either. */
export function checkIds(document: WorkflowDocument): readonly Issue[] {
  const seen = new Set<string>()
  return allNodes(document).flatMap((node) => {
    if (seen.has(node.id)) {
      return [
        issueAt(
          node,
          'duplicate_id',
          `${quoted(node)} has the id "${node.id}", which another node has. Give it another id.`,
        ),
      ]
    }
    seen.add(node.id)
    return []
  })
}
