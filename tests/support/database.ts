import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { connect, type DatabaseHandle } from '../../db/client'

export type TestDatabase = DatabaseHandle & { readonly url: string }

/** A fresh, migrated, empty database on the shared test server. Close it when the test ends: it is dropped. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, (sql) => sql`create database ${sql(name)} template handrail_template`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  const handle = connect(url)
  return {
    ...handle,
    url,
    close: async () => {
      await handle.close()
      await onServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
    },
  }
}

async function onServer(server: string, statement: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await statement(sql)
  } finally {
    await sql.end()
  }
}
