import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { UserId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { endedSessions, signInAccounts, users } from '../../schema/identity'

export type UserRow = typeof users.$inferSelect

export async function findUserByEmail(db: Database, email: string): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.email, email))
  return row
}

export async function findUser(db: Database, id: UserId): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id))
  return row
}

type SessionKey = { readonly userId: UserId; readonly sessionVersion: number; readonly sessionId: string }

/** The user behind a session, while that session is good: same version, not signed out, not disabled. */
export async function findSessionUser(
  db: Database,
  { userId, sessionVersion, sessionId }: SessionKey,
): Promise<UserRow | undefined> {
  const ended = db.select({ id: endedSessions.id }).from(endedSessions).where(eq(endedSessions.id, sessionId))
  const [row] = await db
    .select()
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        eq(users.sessionVersion, sessionVersion),
        isNull(users.disabledAt),
        notExists(ended),
      ),
    )
  return row
}

/** Ends one session, and forgets those that ended so long ago that their cookies count for nothing. */
export async function endSession(
  db: Database,
  { userId, sessionId, forgetAt }: Omit<SessionKey, 'sessionVersion'> & { forgetAt: Date },
): Promise<void> {
  await db.delete(endedSessions).where(lt(endedSessions.forgetAt, sql`now()`))
  await db.insert(endedSessions).values({ id: sessionId, userId, forgetAt }).onConflictDoNothing()
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
