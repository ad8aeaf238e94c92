import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InvitationId, UserId, WorkspaceId } from '../../../lib/core/ids'
import type { Role } from '../../../lib/policy/actor'
import type { Database } from '../../client'
import { invitations, members, passwordResets, users, workspaces } from '../../schema/identity'

const open = and(
  isNull(invitations.acceptedAt),
  isNull(invitations.revokedAt),
  sql`${invitations.expiresAt} > now()`,
)

export async function hasOpenInvitation(db: Database, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.email, email), open))
    .limit(1)
  return rows.length > 0
}

export type OpenInvitation = {
  readonly id: InvitationId
  readonly email: string
  readonly role: Role
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  readonly workspaceSlug: string
  readonly invitedBy: UserId | null
  readonly inviterName: string | null
}

/** The invitation behind a link, while it can be accepted. */
export async function findOpenInvitation(
  db: Database,
  tokenHash: string,
): Promise<OpenInvitation | undefined> {
  const [row] = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      workspaceId: invitations.workspaceId,
      workspaceName: workspaces.name,
      workspaceSlug: workspaces.slug,
      invitedBy: invitations.invitedBy,
      inviterName: users.name,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.tokenHash, tokenHash), open))
  return row
}

/** Uses an invitation up. True for the one caller who did. */
export async function spendInvitation(db: Database, id: InvitationId): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(and(eq(invitations.id, id), open))
    .returning({ id: invitations.id })
  return rows.length > 0
}

export async function joinWorkspace(
  db: Database,
  member: { workspaceId: WorkspaceId; userId: UserId; role: Role },
): Promise<boolean> {
  const rows = await db
    .insert(members)
    .values(member)
    .onConflictDoNothing()
    .returning({ userId: members.userId })
  return rows.length > 0
}

export async function insertReset(
  db: Database,
  reset: { tokenHash: string; userId: UserId; createdBy: UserId; expiresAt: Date },
): Promise<void> {
  await db.insert(passwordResets).values(reset)
}

const goodReset = and(isNull(passwordResets.usedAt), sql`${passwordResets.expiresAt} > now()`)

export async function findReset(
  db: Database,
  tokenHash: string,
): Promise<{ userId: UserId; email: string; name: string } | undefined> {
  const [row] = await db
    .select({ userId: passwordResets.userId, email: users.email, name: users.name })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(and(eq(passwordResets.tokenHash, tokenHash), goodReset))
  return row
}

/** Uses a reset link up, and with it every other one of the same person. */
export async function spendReset(db: Database, tokenHash: string): Promise<UserId | undefined> {
  const [row] = await db
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordResets.tokenHash, tokenHash), goodReset))
    .returning({ userId: passwordResets.userId })
  if (!row) return undefined
  await db
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordResets.userId, row.userId), isNull(passwordResets.usedAt)))
  return row.userId
}
