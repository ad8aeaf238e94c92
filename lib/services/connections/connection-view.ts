import type { ActionUse, ConnectionListing, ConnectionUse } from '@/db/queries/connections'
import { getAction, getConnector } from '@/lib/connectors'
import { scopesFor } from '@/lib/connectors/derive/scopes-for'
import { oauthProviders } from '@/lib/connectors/oauth'
import { compareScopes } from '@/lib/connectors/oauth/compare-scopes'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'

/** Who calls what through which connection. */
export type Uses = { readonly workflows: readonly ConnectionUse[]; readonly actions: readonly ActionUse[] }

/** A connection as it may be shown: nothing of its secret. */
export function toConnectionView(row: ConnectionListing, uses: Uses): ConnectionView {
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    simulated: row.simulated,
    account: row.account,
    baseUrl: row.baseUrl,
    allowPrivate: row.allowPrivate,
    shared: row.shared,
    owner: row.ownerId === null || row.ownerName === null ? null : { id: row.ownerId, name: row.ownerName },
    status: row.status,
    statusMessage: row.statusMessage,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    rate:
      row.rateCalls === null || row.rateSeconds === null
        ? null
        : { calls: row.rateCalls, seconds: row.rateSeconds },
    heldUntil: row.heldUntil && row.heldUntil.getTime() > Date.now() ? row.heldUntil.toISOString() : null,
    consent: consentOf(row, uses.actions),
    usedBy: uses.workflows
      .filter((use) => use.connectionId === row.id)
      .map((use) => ({ id: use.workflowId, name: use.workflowName })),
    createdAt: row.createdAt.toISOString(),
  }
}

function consentOf(
  { id, connector: connectorId, grantedScopes, expiresAt }: ConnectionListing,
  uses: readonly ActionUse[],
): ConnectionView['consent'] {
  const connector = getConnector(connectorId)
  if (grantedScopes === null || !connector?.oauth) return null
  const actions = uses.filter((use) => use.connectionId === id).map(({ action }) => action)
  const used = connector.check ? [...actions, connector.check] : actions
  const { missing, extra } = compareScopes(oauthProviders[connector.oauth], {
    granted: grantedScopes,
    needed: scopesFor(connector, used),
  })
  return {
    granted: grantedScopes,
    missing: missing.map((scope) => ({ scope, for: titlesFor(scope, actions) })),
    extra: [...extra],
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}

/** The titles of those of these actions that need the scope. */
export function titlesFor(scope: string, actions: readonly string[]): string[] {
  const titles = actions.flatMap((id) => {
    const action = getAction(id)
    return action?.scopes.includes(scope) || action?.lookupScopes?.includes(scope) ? [action.title] : []
  })
  return [...new Set(titles)]
}
