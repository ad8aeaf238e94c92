import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import { dataFile, type Manifest, manifestFile } from './manifest.ts'
import { migrationsOf, tablesInOrder } from './tables.ts'

/**
 * Writes everything that the database holds into an empty folder, as it stood at one moment, while the product goes on.
 * The key that opens the secrets in it is not part of it.
 */
export async function writeBackup(url: string, folder: string): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a new folder for the backup.`)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      const tables: Manifest['tables'] = []
      for (const { name, columns } of await tablesInOrder(tx)) {
        const [count] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(name)}`
        const rows = await tx`copy ${tx(name)} (${tx(columns)}) to stdout`.readable()
        await pipeline(rows, createGzip(), createWriteStream(join(folder, dataFile(name)), { mode: 0o600 }))
        // The driver stops reading from its socket while we are slower than it, and goes on when it is asked for more. Of a
        // table whose last rows fill its buffer nobody asks for more: the next answer would never be read.
        rows._read(0)
        tables.push({ name, columns: [...columns], rows: count?.rows ?? 0 })
      }
      const made = new Date().toISOString()
      const manifest: Manifest = { format: 1, made, migrations: await migrationsOf(tx), tables }
      writeFileSync(join(folder, manifestFile), JSON.stringify(manifest, null, 2), { mode: 0o600 })
      return manifest
    })
  } finally {
    await sql.end()
  }
}
