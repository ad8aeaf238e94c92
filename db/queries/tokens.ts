import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TokenId, UserId, WorkspaceId } from '../../lib/core/ids'
import type { Scope } from '../../lib/policy/actor'
import type { Database } from '../client'
import { apiTokens, users } from '../schema/identity'

export async function insertToken(
  db: Database,
  token: {
    id: TokenId
    workspaceId: WorkspaceId
    userId: UserId
    name: string
    tokenHash: string
    prefix: string
    scopes: Scope[]
    expiresAt: Date | null
  },
): Promise<void> {
  await db.insert(apiTokens).values(token)
}

export type TokenRow = {
  readonly id: TokenId
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly Scope[]
  readonly userId: UserId
  readonly userName: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
}

const columns = {
  id: apiTokens.id,
  name: apiTokens.name,
  prefix: apiTokens.prefix,
  scopes: apiTokens.scopes,
  userId: apiTokens.userId,
  userName: users.name,
  createdAt: apiTokens.createdAt,
  lastUsedAt: apiTokens.lastUsedAt,
  expiresAt: apiTokens.expiresAt,
}

/** Tokens that were not revoked, newest first; of one person where `userId` is given. */
export async function listTokens(
  db: Database,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId | null },
): Promise<TokenRow[]> {
  return db
    .select(columns)
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.workspaceId, workspaceId),
        isNull(apiTokens.revokedAt),
        userId === null ? undefined : eq(apiTokens.userId, userId),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
}

export async function findToken(
  db: Database,
  { workspaceId, tokenId }: { workspaceId: WorkspaceId; tokenId: TokenId },
): Promise<TokenRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)),
    )
  return row
}

export async function revokeToken(
  db: Database,
  { workspaceId, tokenId }: { workspaceId: WorkspaceId; tokenId: TokenId },
): Promise<void> {
  await db
    .update(apiTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.id, tokenId)))
}
