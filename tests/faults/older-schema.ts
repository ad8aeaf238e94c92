import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type postgres from 'postgres'
import { z } from 'zod'
import { continueSequences } from '../../db/backup/continue-sequences'
import { tablesInOrder } from '../../db/backup/tables'

const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url))
const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })
const readJournal = () => journal.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')))

/** The names of all migrations, the oldest first. */
export const releases = (): string[] => readJournal().entries.map(({ tag }) => tag)

/** Brings an empty database to the schema that an earlier release had: that of its migration, and none after it. */
export async function migrateTo(sql: postgres.Sql, release: string): Promise<void> {
  const { entries, ...rest } = readJournal()
  const upTo = entries.slice(0, entries.findIndex(({ tag }) => tag === release) + 1)
  const copy = mkdtempSync(join(tmpdir(), 'handrail-migrations-'))
  try {
    cpSync(folder, copy, { recursive: true })
    writeFileSync(join(copy, 'meta/_journal.json'), JSON.stringify({ ...rest, entries: upTo }))
    await migrate(drizzle(sql), { migrationsFolder: copy })
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** Fills a database of an earlier schema with all that it has a place for of what another one holds. */
export async function fillFrom(from: postgres.Sql, to: postgres.Sql): Promise<void> {
  const present = new Map((await tablesInOrder(from)).map(({ name, columns }) => [name, columns]))
  await to.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const { name, columns } of await tablesInOrder(tx)) {
      const shared = columns.filter((column) => present.get(name)?.includes(column))
      if (shared.length === 0) continue
      await tx`delete from ${tx(name)}`
      const rows = await from`copy ${from(name)} (${from(shared)}) to stdout`.readable()
      await pipeline(rows, await tx`copy ${tx(name)} (${tx(shared)}) from stdin`.writable())
    }
    await continueSequences(tx)
  })
}
