import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  findToken,
  insertToken,
  listTokens as listRows,
  revokeToken as revokeRow,
  type TokenRow,
} from '@/db/queries/tokens'
import type { TokenId } from '@/lib/core/ids'
import { type Actor, scopes } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { type Page, type TokenView, tokenViewSchema } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { digestOf, newSecret } from '@/lib/services/secrets/digest'

export const tokenFields = z.strictObject({
  name: z.string().trim().min(1, 'Write what the token is for.').max(80, 'Use at most 80 characters.'),
  scopes: z.array(z.enum(scopes)).min(1, 'Choose at least one scope.').max(scopes.length),
  expiresInDays: z.number().int().min(1).max(3_650).optional(),
})

export const newTokenSchema = tokenViewSchema.extend({ token: z.string() })
export type NewToken = z.infer<typeof newTokenSchema>

/** The tokens that the reader may revoke: their own, and for admins everyone's. */
export async function listTokens(actor: Actor): Promise<Page<TokenView>> {
  authorize(actor, 'token.read')
  const all = may(actor, 'token.revoke')
  const rows = await listRows(database().db, {
    workspaceId: actor.workspaceId,
    userId: all ? null : actor.userId,
  })
  return { items: rows.map(toView), next: null }
}

/**
 * Makes a token that acts as the member who makes it, within the chosen scopes. The whole token is in this answer and
 * nowhere else: only its hash is kept. A token makes no token that may do more than itself.
 */
export async function createToken(actor: Actor, fields: z.infer<typeof tokenFields>): Promise<NewToken> {
  authorize(actor, 'token.create')
  const token = newSecret('hrl_')
  const id = newId<TokenId>('tok')
  const { expiresInDays } = fields
  const row = {
    id,
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    name: fields.name,
    tokenHash: digestOf(token),
    prefix: token.slice(0, 10),
    scopes: scopes.filter((scope) => fields.scopes.includes(scope) && actor.scopes.includes(scope)),
    expiresAt: expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * 86_400_000),
  }
  return database().db.transaction(async (tx) => {
    await insertToken(tx, row)
    await recordAudit(tx, actor, {
      action: 'token.create',
      subject: { type: 'token', id, name: fields.name },
      detail: { scopes: row.scopes },
    })
    const made = await findToken(tx, { workspaceId: actor.workspaceId, tokenId: id })
    if (!made) throw notFound('token')
    return { ...toView(made), token }
  })
}

/** Ends a token at once. */
export async function revokeToken(actor: Actor, tokenId: TokenId): Promise<void> {
  await database().db.transaction(async (tx) => {
    const row = await findToken(tx, { workspaceId: actor.workspaceId, tokenId })
    if (!row || (row.userId !== actor.userId && !may(actor, 'token.revoke'))) throw notFound('token')
    authorize(actor, 'token.revoke', { ownerId: row.userId })
    await revokeRow(tx, { workspaceId: actor.workspaceId, tokenId })
    await recordAudit(tx, actor, {
      action: 'token.revoke',
      subject: { type: 'token', id: tokenId, name: row.name },
    })
  })
}

function toView(row: TokenRow): TokenView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: [...row.scopes],
    member: { id: row.userId, name: row.userName },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
