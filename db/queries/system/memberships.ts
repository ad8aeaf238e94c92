import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { TokenId, UserId, WorkspaceId } from '../../../lib/core/ids'
import type { Role, Scope } from '../../../lib/policy/actor'
import type { WorkspacePolicy } from '../../../lib/policy/workspace-policy'
import type { Database } from '../../client'
import { apiTokens, members, users, workspaces } from '../../schema/identity'

export type Membership = {
  readonly id: WorkspaceId
  readonly name: string
  readonly slug: string
  readonly practice: boolean
  readonly policy: WorkspacePolicy
  readonly role: Role
}

const columns = {
  id: workspaces.id,
  name: workspaces.name,
  slug: workspaces.slug,
  practice: workspaces.practice,
  policy: workspaces.policy,
  role: members.role,
}

/** The workspaces in which a person is a member in good standing, oldest first. */
export async function listMemberships(db: Database, { userId }: { userId: UserId }): Promise<Membership[]> {
  return db
    .select(columns)
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), isNull(members.disabledAt)))
    .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
}

export async function findMembershipBySlug(
  db: Database,
  { userId, slug }: { userId: UserId; slug: string },
): Promise<Membership | undefined> {
  const [row] = await db
    .select(columns)
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), isNull(members.disabledAt), eq(workspaces.slug, slug)))
  return row
}

export type TokenBearer = {
  readonly tokenId: TokenId
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly workspaceId: WorkspaceId
  readonly role: Role
  readonly scopes: readonly Scope[]
  readonly stale: boolean
}

/** Whose token this is, while token, person and membership are all good. */
export async function findTokenBearer(db: Database, tokenHash: string): Promise<TokenBearer | undefined> {
  const [row] = await db
    .select({
      tokenId: apiTokens.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      workspaceId: apiTokens.workspaceId,
      role: members.role,
      scopes: apiTokens.scopes,
      stale: sql<boolean>`coalesce(${apiTokens.lastUsedAt} < now() - interval '1 minute', true)`,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .innerJoin(
      members,
      and(eq(members.workspaceId, apiTokens.workspaceId), eq(members.userId, apiTokens.userId)),
    )
    .where(
      and(
        eq(apiTokens.tokenHash, tokenHash),
        isNull(apiTokens.revokedAt),
        sql`(${apiTokens.expiresAt} is null or ${apiTokens.expiresAt} > now())`,
        isNull(users.disabledAt),
        isNull(members.disabledAt),
      ),
    )
  return row
}

export async function touchToken(db: Database, tokenId: TokenId): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: sql`now()` }).where(eq(apiTokens.id, tokenId))
}
