import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { installation } from '../../schema/identity'

/** Claims a setting that may be made once only. True for the one caller who made it, for all time. */
export async function claimOnce(db: Database, key: string): Promise<boolean> {
  const rows = await db
    .insert(installation)
    .values({ key, value: sql`'true'::jsonb` })
    .onConflictDoNothing()
    .returning({ key: installation.key })
  return rows.length > 0
}

export async function isClaimed(db: Database, key: string): Promise<boolean> {
  const rows = await db.select({ key: installation.key }).from(installation).where(eq(installation.key, key))
  return rows.length > 0
}
