import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { kindOf } from '../nodes/node-kinds'
import { issueAt, quoted } from './context'

/** Settings that the format knows and this version does not carry out are refused, not passed over. */
export function checkSettings(node: WorkflowNode): readonly Issue[] {
  const { settings } = node
  const issues: Issue[] = []
  if (settings?.join === 'first') {
    const message = `${quoted(node)} asks to go on with the first input that arrives, which is not available yet. Let it wait for all of them.`
    issues.push(issueAt(node, 'invalid_shape', message, { field: 'settings.join' }))
  }
  if (settings?.onError === 'ask') {
    const message = `${quoted(node)} asks a person when it fails, which is not available yet. Choose stop, continue or the error exit.`
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
