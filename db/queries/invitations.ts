import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { InvitationId, UserId, WorkspaceId } from '../../lib/core/ids'
import type { Role } from '../../lib/policy/actor'
import type { Database } from '../client'
import { invitations, users } from '../schema/identity'

export async function insertInvitation(
  db: Database,
  invitation: {
    id: InvitationId
    workspaceId: WorkspaceId
    email: string
    role: Role
    tokenHash: string
    invitedBy: UserId
    expiresAt: Date
  },
): Promise<void> {
  await db.insert(invitations).values(invitation)
}

export type InvitationRow = {
  readonly id: InvitationId
  readonly email: string
  readonly role: Role
  readonly expiresAt: Date
  readonly invitedBy: UserId | null
  readonly inviterName: string | null
}

const columns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  expiresAt: invitations.expiresAt,
  invitedBy: users.id,
  inviterName: users.name,
}

const open = and(
  isNull(invitations.acceptedAt),
  isNull(invitations.revokedAt),
  sql`${invitations.expiresAt} > now()`,
)

/** Invitations that can still be accepted, the newest first. */
export async function listInvitations(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<InvitationRow[]> {
  return db
    .select(columns)
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.workspaceId, workspaceId), open))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
}

/** Takes one back, or all open ones to an address. Returns those that were open. */
export async function revokeInvitations(
  db: Database,
  {
    workspaceId,
    ...which
  }: { workspaceId: WorkspaceId } & ({ invitationId: InvitationId } | { email: string }),
): Promise<{ id: InvitationId; email: string; role: Role }[]> {
  return db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        open,
        'email' in which ? eq(invitations.email, which.email) : eq(invitations.id, which.invitationId),
      ),
    )
    .returning({ id: invitations.id, email: invitations.email, role: invitations.role })
}
