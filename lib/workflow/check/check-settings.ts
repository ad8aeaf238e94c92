import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { kindOf } from '../nodes/node-kinds'
import { issueAt, quoted } from './context'

/** Settings that mean nothing at this kind of node are refused, not passed over. */
export function checkSettings(node: WorkflowNode): readonly Issue[] {
  const { settings } = node
  const issues: Issue[] = []
  if (settings?.onError === 'ask' && !kindOf(node).mayAsk) {
    const message = `${quoted(node)} asks a person when it fails, but would only fail in the same way again. Choose stop, continue or the error exit.`
    issues.push(issueAt(node, 'invalid_shape', message, { field: 'settings.onError' }))
  }
  const hasErrorExit = kindOf(node)
    .exitsOf(node)
    .some(({ exit }) => exit === 'error')
  if (settings?.onError === 'exit' && hasErrorExit) {
    const message = `${quoted(node)} has a branch named "error" beside its error exit. Give the branch another name.`
    issues.push(issueAt(node, 'invalid_shape', message, { field: 'config.branches' }))
  }
  return issues
}
