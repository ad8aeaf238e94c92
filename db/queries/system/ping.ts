import { sql } from 'drizzle-orm'
import type { Database } from '../../client'

/** Asks the database for a sign of life. */
export async function ping(db: Database): Promise<void> {
  await db.execute(sql`select 1`)
}
