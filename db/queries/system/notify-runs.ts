import { sql } from 'drizzle-orm'
import type { Database } from '../../client'

/** Tells every listening process that these runs changed. Ids only: the channel carries at most 8 KB. */
export async function notifyRuns(db: Database, runIds: readonly string[]): Promise<void> {
  await db.execute(
    sql`select pg_notify('handrail_run', id) from json_array_elements_text(${JSON.stringify(runIds)}::json) as id`,
  )
}
