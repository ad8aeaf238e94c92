import type { ActionCatalog } from '../connectors/contract'

export type ConnectorFacts = {
  readonly id: string
  readonly title: string
  readonly needsConnection: boolean
}

/** The product an action belongs to, by the catalog or else by the first word of its id. */
export function connectorOf(action: string, actions: ActionCatalog): ConnectorFacts {
  const found = actions.connectorOf?.(action)
  if (found) return { id: found.id, title: found.title, needsConnection: found.connection === 'required' }
  const id = action.split('.')[0] ?? action
  return { id, title: id.charAt(0).toUpperCase() + id.slice(1), needsConnection: true }
}
