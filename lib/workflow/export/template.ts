import type { ActionCatalog } from '../../connectors/contract'
import { connectorOf } from '../connector-of'
import type { WorkflowDocument, WorkflowNode } from '../document'
import { mapNodes } from '../levels'
import { mapConnections } from './map-connections'

/** A place in a template that an installer fills with a connection of their own. */
export type Slot = {
  /** `slot:slack`, or `slot:slack_2` for a second account of the same product. */
  readonly key: string
  readonly connector: string
  /** The product, numbered from a second account of it on. What connections are called stays in their workspace. */
  readonly title: string
  /** The nodes that act through it. */
  readonly nodes: readonly string[]
}

export type Template = { readonly document: WorkflowDocument; readonly slots: readonly Slot[] }

/**
 * A workflow without what is only its workspace's: connections become named slots, one for each connection, and
 * approvers who are named people become the role that may decide everywhere.
 */
export function toTemplate(document: WorkflowDocument, actions: ActionCatalog): Template {
  const slots = new Map<string, Slot>()
  const counts = new Map<string, number>()
  const result = mapConnections(document, ({ action, connection, node }) => {
    const connector = connectorOf(action, actions)
    if (!connection && !connector.needsConnection) return undefined
    const source = connection ?? `none ${connector.id}`
    const slot = slots.get(source)
    if (slot) {
      if (!slot.nodes.includes(node.id)) slots.set(source, { ...slot, nodes: [...slot.nodes, node.id] })
      return slot.key
    }
    const count = (counts.get(connector.id) ?? 0) + 1
    counts.set(connector.id, count)
    const key = count === 1 ? `slot:${connector.id}` : `slot:${connector.id}_${count}`
    const title = count === 1 ? connector.title : `${connector.title}, account ${count}`
    slots.set(source, { key, connector: connector.id, title, nodes: [node.id] })
    return key
  })
  return {
    document: mapNodes(result, (node) => withoutCalls(withoutPeople(node))),
    slots: [...slots.values()],
  }
}

/** The template as a workflow of one's own. A slot that is not filled stays, and the checker asks for it. */
export function fromTemplate(
  template: Pick<Template, 'document'>,
  connectionBySlot: Readonly<Record<string, string>>,
): WorkflowDocument {
  return mapConnections(template.document, ({ connection }) => {
    if (connection === undefined || !Object.hasOwn(connectionBySlot, connection)) return connection
    return connectionBySlot[connection]
  })
}

/** So do its workflows: the installer chooses one of their own, and the checker asks for it. */
function withoutCalls(node: WorkflowNode): WorkflowNode {
  return node.type === 'workflow' ? { ...node, config: { ...node.config, workflow: '' } } : node
}

/** People of one workspace mean nothing in another. */
function withoutPeople(node: WorkflowNode): WorkflowNode {
  if (node.type !== 'approval') return node
  const roles = node.config.approvers.filter((approver) => 'role' in approver)
  if (roles.length === node.config.approvers.length) return node
  const approvers = roles.length > 0 ? roles : [{ role: 'operator' as const }]
  return { ...node, config: { ...node.config, approvers } }
}
