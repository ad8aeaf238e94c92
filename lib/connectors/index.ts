import type { Action, ActionCatalog, ActionId, Connector } from './contract'
import { github } from './github'
import { google } from './google'
import { http } from './http'
import { jira } from './jira'
import { postgres } from './postgres'
import { slack } from './slack'

/** Every connector there is, in the order of the palette. Safe in the browser. */
export const connectors: readonly Connector[] = [github, jira, slack, google, http, postgres]

export const actions: readonly Action[] = connectors.flatMap((connector) => connector.actions)

const connectorById = new Map(connectors.map((connector) => [connector.id, connector]))
const actionById = new Map(actions.map((action) => [action.id, action]))

/** The action of that id, or `undefined`: documents may name actions that this version does not know. */
export function getAction(id: ActionId): Action | undefined {
  return actionById.get(id)
}

/** The connector of that id, or of an action's id (`github.issue.get` belongs to `github`). */
export function getConnector(id: string): Connector | undefined {
  return connectorById.get(id.split('.')[0] ?? id)
}

/** What the checker, the engine and the policy look definitions up in. */
export const actionCatalog: ActionCatalog = {
  get: getAction,
  connectorOf: getConnector,
  keys: () => actionById.keys(),
}
