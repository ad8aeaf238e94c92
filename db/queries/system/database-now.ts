import { sql } from 'drizzle-orm'
import type { Database } from '../../client'

/** The database's own time: the one clock that all processes share, and that timers go by. */
export async function databaseNow(db: Database): Promise<Date> {
  const [row] = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  )
  return new Date(row?.ms ?? Number.NaN)
}
