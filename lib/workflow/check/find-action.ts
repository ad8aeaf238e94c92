import type { Action } from '../../connectors/contract'
import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { issueAt, type NodeCheck, quoted } from './context'

export function findAction(
  node: WorkflowNode,
  id: string,
  field: string,
  { actions, suggest }: NodeCheck,
): { readonly action: Action } | { readonly issue: Issue } {
  const action = actions.get(id)
  if (action) return { action }
  const meant = suggest(id, actions.keys?.() ?? [])
  const mend = meant ? `Did you mean "${meant}"?` : 'Choose another action.'
  const message = `${quoted(node)} uses the action "${id.slice(0, 80)}", which is not there. ${mend}`
  return { issue: issueAt(node, 'unknown_action', message, { field }) }
}
