import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { toMigrationFailure } from './migration-failure.ts'

const migrationLock = 4_711_001

/**
 * Brings the database to this version's schema. Safe when several processes start at once: one migrates, under an
 * advisory lock, and the others wait and find nothing left to do. What fails changes nothing, and throws a
 * `HandrailError` whose message is for whoever starts Handrail.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    await applyMigrations(drizzle(sql), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    })
    await sql`select pg_advisory_unlock(${migrationLock})`
  } catch (error) {
    throw toMigrationFailure(error)
  } finally {
    await sql.end()
  }
}
