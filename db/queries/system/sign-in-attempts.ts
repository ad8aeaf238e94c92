import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { signInFailures } from '../../schema/identity'

/** How attempts under one key are slowed: free ones first, then a wait that doubles up to `longest` seconds. */
export type Slowing = { readonly free: number; readonly longest: number }

/**
 * Counts an attempt before its password is looked at, so that many at once cannot slip through together. Returns
 * false, counting nothing, while the wait after the last counted one lasts. A quarter of an hour of rest forgets all.
 */
export async function countAttempt(
  db: Database,
  { key, slowing }: { key: string; slowing: Slowing },
): Promise<boolean> {
  const rested = sql`${signInFailures.windowStart} < now() - interval '15 minutes'`
  const over = sql`least(greatest(${signInFailures.count} - ${slowing.free}, 0), 20)`
  const wait = sql`case when ${over} = 0 then 0 else least(power(2, ${over} - 1), ${slowing.longest}) end`
  const rows = await db
    .insert(signInFailures)
    .values({ key, count: 1, windowStart: sql`now()` })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: {
        count: sql`case when ${rested} then 1 else ${signInFailures.count} + 1 end`,
        windowStart: sql`now()`,
      },
      setWhere: sql`${rested} or ${signInFailures.windowStart} + (${wait}) * interval '1 second' <= now()`,
    })
    .returning({ count: signInFailures.count })
  return rows.length > 0
}

export async function forgetAttempts(db: Database, keys: readonly string[]): Promise<void> {
  await db.delete(signInFailures).where(inArray(signInFailures.key, [...keys]))
}

/** Notes that a key has signed in well, under a name of its own. */
export async function rememberGood(db: Database, key: string): Promise<void> {
  await db
    .insert(signInFailures)
    .values({ key, count: 0, windowStart: sql`now()` })
    .onConflictDoUpdate({ target: signInFailures.key, set: { windowStart: sql`now()` } })
}

export async function isRemembered(db: Database, key: string): Promise<boolean> {
  const rows = await db
    .select({ key: signInFailures.key })
    .from(signInFailures)
    .where(eq(signInFailures.key, key))
  return rows.length > 0
}

/** Rows that no longer count. */
export async function purgeAttempts(db: Database): Promise<void> {
  await db
    .delete(signInFailures)
    .where(
      sql`(${signInFailures.count} > 0 and ${signInFailures.windowStart} < now() - interval '1 hour') or ${signInFailures.windowStart} < now() - interval '90 days'`,
    )
}
