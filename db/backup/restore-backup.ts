import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import postgres, { type TransactionSql } from 'postgres'
import { migrate } from '../migrate.ts'
import { continueSequences } from './continue-sequences.ts'
import { dataFile, type Manifest, readManifest } from './manifest.ts'
import { migrationsOf, tablesInOrder } from './tables.ts'

/**
 * Fills an empty database with a backup, whole or not at all. Runs that were under way go on at their step once a process
 * is started on it; what was sent after the moment of the backup is not known there.
 */
export async function restoreBackup(url: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder)
  await migrate(url)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      if ((await migrationsOf(tx)).join() !== manifest.migrations.join()) throw otherVersion()
      const [used] = await tx`select 1 from users limit 1`
      if (used) throw notEmpty()
      const present = await tablesInOrder(tx)
      // A table may come with rows of its own from a migration: the backup has what became of them.
      for (const { name } of present.toReversed()) {
        const [row] = await tx`select 1 from ${tx(name)} limit 1`
        if (row) await tx`delete from ${tx(name)}`
      }
      for (const { name } of present) await fill(tx, folder, manifest, name)
      await continueSequences(tx)
      // Whoever held these is of another installation.
      await tx`update runner_jobs set token = null, owner = null, lease_until = null`
    })
    return manifest
  } finally {
    await sql.end()
  }
}

async function fill(tx: TransactionSql, folder: string, { tables }: Manifest, name: string): Promise<void> {
  const table = tables.find((each) => each.name === name)
  if (!table) return
  const into = await tx`copy ${tx(name)} (${tx(table.columns)}) from stdin`.writable()
  await pipeline(createReadStream(join(folder, dataFile(name))), createGunzip(), into)
  const [count] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(name)}`
  if (count?.rows !== table.rows)
    throw new Error(
      `The backup of ${name} has ${count?.rows} rows and should have ${table.rows}: it is damaged.`,
    )
}

const otherVersion = () =>
  new Error(
    'The backup is of another version of Handrail. Restore it with the version that made it, then start the newer one: it brings the data along.',
  )

const notEmpty = () =>
  new Error('There is data in this database already. A backup is restored into an empty one: name another.')
