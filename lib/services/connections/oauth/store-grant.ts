import 'server-only'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { findSealedConnection, insertConnection, updateConnection } from '@/db/queries/connections'
import type { FoundConsent } from '@/db/queries/system/consents'
import { oauthProviders } from '@/lib/connectors/oauth'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { sealRecord } from '@/lib/services/secrets/seal'
import { tryConnection } from '../check-connection'
import { resumeSteps } from '../resume-steps'
import type { Tokens } from './ask-for-tokens'
import { settingsOf } from './settings-of'

/**
 * Keeps what a service granted: as a new connection, or in the place of an old grant, whose id, name and workflows stay.
 * The steps that waited for it go on.
 */
export async function storeGrant(actor: Actor, consent: FoundConsent, tokens: Tokens): Promise<ConnectionId> {
  const { db } = database()
  const { workspaceId } = actor
  const connectionId = consent.connectionId ?? newId<ConnectionId>('con')
  const old = consent.connectionId ? await findSealedConnection(db, { workspaceId, connectionId }) : null
  if (consent.connectionId && !old) throw notFound('connection')
  if (old) authorize(actor, 'connection.manage', old)
  else authorize(actor, 'connection.create')
  const secret = { token: tokens.access, ...(tokens.refresh ? { refresh_token: tokens.refresh } : {}) }
  const settings = {
    ...tokens.settings,
    ...(await settingsOf(oauthProviders[consent.provider], tokens.access)),
  }
  const { connector } = consent
  const name = old?.name ?? consent.name
  const outcome = await tryConnection({
    id: connectionId,
    connector,
    name,
    secret,
    settings,
    baseUrl: null,
    allowPrivate: false,
    simulated: false,
  })
  const stored = {
    secret: sealRecord(secret, { workspaceId, rowId: connectionId }),
    settings,
    grantedScopes: [...(tokens.scopes ?? consent.scopes)],
    expiresAt: tokens.expiresInSeconds ? new Date(Date.now() + tokens.expiresInSeconds * 1000) : null,
    status: outcome.status,
    statusMessage: outcome.statusMessage,
    account: outcome.account ?? old?.account ?? settings.site ?? settings.team_name ?? null,
    checkedAt: new Date(),
  }
  await db.transaction(async (tx) => {
    if (old) await updateConnection(tx, { workspaceId, connectionId, ...stored })
    else {
      const shared = consent.shared
      await insertConnection(tx, {
        ...stored,
        id: connectionId,
        workspaceId,
        connector,
        name,
        shared,
        ownerId: actor.userId,
      })
    }
    await recordAudit(tx, actor, {
      action: old ? 'connection.reconnect' : 'connection.create',
      subject: { type: 'connection', id: connectionId, name },
      detail: { connector, asked: consent.scopes, granted: stored.grantedScopes, account: stored.account },
    })
  })
  if (old && outcome.status === 'ok') await resumeSteps(actor, connectionId)
  return connectionId
}
