import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { UserId, WorkspaceId } from '../../lib/core/ids'
import type { Role } from '../../lib/policy/actor'
import type { Database } from '../client'
import { members, users, workspaces } from '../schema/identity'

export type MemberRow = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabledAt: Date | null
  readonly createdAt: Date
}

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: members.role,
  disabledAt: members.disabledAt,
  createdAt: members.createdAt,
}

export async function listMembers(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<MemberRow[]> {
  return db
    .select(columns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(members.createdAt), asc(users.id))
}

type MemberKey = { readonly workspaceId: WorkspaceId; readonly userId: UserId }

export async function findMember(db: Database, key: MemberKey): Promise<MemberRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, key.workspaceId), eq(members.userId, key.userId)))
  return row
}

/** Holds the workspace's membership still, so that two changes at once cannot remove the last owner together. */
export async function lockMembers(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<void> {
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
}

export async function countOwners(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<number> {
  const [row] = await db
    .select({ owners: count() })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.role, 'owner'),
        isNull(members.disabledAt),
        isNull(users.disabledAt),
      ),
    )
  return row?.owners ?? 0
}

export async function updateMember(
  db: Database,
  { workspaceId, userId, role, disabled }: MemberKey & { role?: Role; disabled?: boolean },
): Promise<void> {
  await db
    .update(members)
    .set({
      ...(role === undefined ? {} : { role }),
      ...(disabled === undefined ? {} : { disabledAt: disabled ? sql`now()` : null }),
    })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)))
}

export async function deleteMember(db: Database, key: MemberKey): Promise<void> {
  await db
    .delete(members)
    .where(and(eq(members.workspaceId, key.workspaceId), eq(members.userId, key.userId)))
}
