import type { ActionId, Connector } from '../contract'

/** The scopes that a connection needs for the actions a workflow really uses, and no others. */
export function scopesFor(connector: Connector, used: readonly ActionId[]): readonly string[] {
  const wanted = connector.actions.filter((action) => used.includes(action.id))
  return [...new Set(wanted.flatMap((action) => [...action.scopes, ...(action.lookupScopes ?? [])]))].sort()
}
