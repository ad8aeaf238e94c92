import { and, eq, isNull, sql } from 'drizzle-orm'
import type { UserId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { signInAccounts, users } from '../../schema/identity'

export type UserRow = typeof users.$inferSelect

export async function findUserByEmail(db: Database, email: string): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.email, email))
  return row
}

export async function findUser(db: Database, id: UserId): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id))
  return row
}

/** The user behind a session, while that session is good: same version, not disabled. */
export async function findSessionUser(
  db: Database,
  { userId, sessionVersion }: { userId: UserId; sessionVersion: number },
): Promise<UserRow | undefined> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.sessionVersion, sessionVersion), isNull(users.disabledAt)))
  return row
}

export async function insertUser(
  db: Database,
  user: { id: UserId; email: string; name: string; passwordHash: string | null },
): Promise<void> {
  await db.insert(users).values(user)
}

export async function renameUser(
  db: Database,
  { userId, name }: { userId: UserId; name: string },
): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, userId))
}

/** Sets a password and ends every session of the person. Returns the session version that is good from now on. */
export async function replacePassword(
  db: Database,
  { userId, passwordHash }: { userId: UserId; passwordHash: string },
): Promise<number | undefined> {
  const [row] = await db
    .update(users)
    .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId))
    .returning({ sessionVersion: users.sessionVersion })
  return row?.sessionVersion
}

/** Ends every session of a person at once. */
export async function endSessions(db: Database, { userId }: { userId: UserId }): Promise<number | undefined> {
  const [row] = await db
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId))
    .returning({ sessionVersion: users.sessionVersion })
  return row?.sessionVersion
}

type OutsideAccount = { readonly provider: string; readonly providerAccountId: string }

export async function findUserByAccount(db: Database, account: OutsideAccount): Promise<UserRow | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(signInAccounts)
    .innerJoin(users, eq(users.id, signInAccounts.userId))
    .where(
      and(
        eq(signInAccounts.provider, account.provider),
        eq(signInAccounts.providerAccountId, account.providerAccountId),
      ),
    )
  return row?.user
}

export async function linkAccount(db: Database, link: OutsideAccount & { userId: UserId }): Promise<void> {
  await db.insert(signInAccounts).values(link).onConflictDoNothing()
}
