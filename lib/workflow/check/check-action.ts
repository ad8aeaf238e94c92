import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { checkConnection } from './check-connection'
import { checkInput } from './check-input'
import type { NodeCheck } from './context'
import { findAction } from './find-action'

/** The action is there, its connection fits, and its fields are filled with what they take. */
export function checkAction(node: NodeOf<'action'>, check: NodeCheck): readonly Issue[] {
  const found = findAction(node, node.action, 'action', check)
  if ('issue' in found) return [found.issue]
  return [
    ...checkConnection(
      node,
      { action: found.action, connection: node.connection, field: 'connection' },
      check,
    ),
    ...checkInput(node, { action: found.action, bindings: node.input, field: 'input' }, check),
  ]
}
