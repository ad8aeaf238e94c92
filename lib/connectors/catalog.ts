import type { ActionCatalog } from './contract'
import { actions, getAction, getConnector } from './index'

/** Every action there is, as the checker and the reach ask for them. */
export const catalog: ActionCatalog = {
  get: getAction,
  connectorOf: getConnector,
  keys: () => actions.map((action) => action.id),
}
