import type { Action } from '../../connectors/contract'
import { connectorOf } from '../connector-of'
import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { issueAt, type NodeCheck, quoted } from './context'

type Used = { readonly action: Action; readonly connection: string | undefined; readonly field: string }

/** An action acts through a connection of its own product that the workspace has. */
export function checkConnection(node: WorkflowNode, used: Used, check: NodeCheck): readonly Issue[] {
  const { connection, field } = used
  const connector = connectorOf(used.action.id, check.actions)
  if (!connection) {
    if (!connector.needsConnection) return []
    const message = `${quoted(node)} has no ${connector.title} connection. Choose one.`
    return [issueAt(node, 'missing_connection', message, { field })]
  }
  const found = check.connections.find(({ id }) => id === connection)
  if (!found) {
    const isSlot = connection.startsWith('slot:')
    const message = isSlot
      ? `${quoted(node)} still needs a ${connector.title} connection. Choose one.`
      : `${quoted(node)} uses a connection that is not in this workspace. Choose another ${connector.title} connection.`
    return [issueAt(node, 'missing_connection', message, { field })]
  }
  if (found.connector === connector.id) return []
  const message = `${quoted(node)} acts in ${connector.title} through a connection for ${found.connector}. Choose a ${connector.title} connection.`
  return [issueAt(node, 'wrong_connection', message, { field })]
}
