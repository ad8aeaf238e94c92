import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { type ActionUse, listActionUses } from '@/db/queries/connections'
import { getConnector } from '@/lib/connectors'
import type { Connector, OAuthProvider } from '@/lib/connectors/contract'
import { scopesFor } from '@/lib/connectors/derive/scopes-for'
import { oauthProviders } from '@/lib/connectors/oauth'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { ConsentPlan } from '@/lib/policy/views/consent-view'
import { connectionParam, workflowParam } from '@/lib/services/http/params'
import { connectionIn } from '../connection-in'
import { titlesFor } from '../connection-view'
import { callbackUrl, oauthClient } from './oauth-client'

export const consentQuery = z.strictObject({
  connector: z.string().max(60).default(''),
  /** Ask for what this workflow needs. Left out: what uses the connection already, or only who it is. */
  workflow: workflowParam.optional(),
  /** The connection to connect again, or to give more. */
  connection: connectionParam.optional(),
})

export type ConsentQuery = z.infer<typeof consentQuery>

/** What would be asked for at the service, and why: shown before anyone leaves for it. */
export async function planConsent(actor: Actor, query: ConsentQuery): Promise<ConsentPlan> {
  authorize(actor, 'connection.create')
  const { db } = database()
  const connector = connectorWithConsent(query.connector)
  const provider = providerOf(connector)
  const row = query.connection ? await connectionIn(db, actor, query.connection) : null
  if (row) authorize(actor, 'connection.manage', row)
  const uses = (await listActionUses(db, actor)).filter(
    (use) => getConnector(use.action)?.id === connector.id,
  )
  const isMeant = (use: ActionUse) =>
    (query.workflow !== undefined && use.workflowId === query.workflow) ||
    (row !== null && use.connectionId === row.id)
  const actions = [...new Set(uses.filter(isMeant).map(({ action }) => action))]
  return {
    connector: connector.id,
    provider: { id: provider.id, title: provider.title },
    isSetUp: oauthClient(provider.id) !== null,
    callbackUrl: callbackUrl(provider.id),
    scopes: scopesOf(connector, actions).map((scope) => ({ scope, for: titlesFor(scope, actions) })),
    granted: row?.grantedScopes ?? [],
    workflows: [...new Map(uses.map((use) => [use.workflowId, use.workflowName]))].map(([id, name]) => ({
      id,
      name,
    })),
  }
}

/** The least that these actions need, and what proves that the connection works. */
function scopesOf(connector: Connector, actions: readonly string[]): readonly string[] {
  return scopesFor(connector, connector.check ? [...actions, connector.check] : actions)
}

export function connectorWithConsent(id: string): Connector {
  const connector = getConnector(id)
  if (connector?.id === id && connector.oauth) return connector
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: 'This service is not connected in the browser. Fill in its fields instead.',
    field: 'connector',
  })
}

export function providerOf({ oauth, id }: Connector): OAuthProvider {
  if (!oauth) throw new TypeError(`${id} has no consent in the browser`)
  return oauthProviders[oauth]
}
