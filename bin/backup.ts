import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { restoreBackup } from '../db/backup/restore-backup.ts'
import { writeBackup } from '../db/backup/write-backup.ts'
import { openDatabase } from './steps/open-database.ts'

// `npm run backup -- FOLDER` writes a backup; `npm run backup -- --restore FOLDER` fills an empty database with one.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [first = '', second = ''] = process.argv.slice(2)
const isRestore = first === '--restore'
const folder = isRestore ? second : first

try {
  if (!folder)
    throw new Error('Name a folder: npm run backup -- FOLDER, or npm run backup -- --restore FOLDER.')
  const database = await openDatabase(resolve(root, process.env.HANDRAIL_DATA_DIR || '.data'))
  try {
    const { tables, made } = await (isRestore ? restoreBackup : writeBackup)(database.url, resolve(folder))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(
      `${isRestore ? 'Restored' : 'Written'}: ${rows} rows of ${tables.length} tables, as of ${made}.\n`,
    )
  } finally {
    await database.close()
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
