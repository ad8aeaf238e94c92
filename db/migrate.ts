import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { toMigrationFailure } from './migration-failure.ts'

const migrationLock = 4_711_001
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Brings the database to this version's schema. Safe when several processes start at once: one migrates, under an
 * advisory lock, and the others wait and find nothing left to do. What fails changes nothing, and throws a
 * `HandrailError` whose message is for whoever starts Handrail.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    if (await isCurrent(sql)) return
    await sql`select pg_advisory_lock(${migrationLock})`
    await applyMigrations(sql)
    await sql`select pg_advisory_unlock(${migrationLock})`
  } catch (error) {
    throw toMigrationFailure(error)
  } finally {
    await sql.end()
  }
}

/** Has the last of our migrations been applied? It alone is asked for, as by the tool that applies them. */
async function isCurrent(sql: postgres.Sql): Promise<boolean> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return false
  const [last] = await sql<{ at: string | null }[]>`
    select max(created_at) as at from drizzle.__drizzle_migrations`
  const { entries }: { entries: readonly { when: number }[] } = JSON.parse(
    readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'),
  )
  return Number(last?.at ?? 0) >= Math.max(...entries.map(({ when }) => when))
}

/** Loaded only where there is something to apply: that takes longer than everything else here. */
async function applyMigrations(sql: postgres.Sql): Promise<void> {
  const [{ drizzle }, migrator] = await Promise.all([
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ])
  await migrator.migrate(drizzle(sql), { migrationsFolder })
}
