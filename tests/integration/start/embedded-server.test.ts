import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { removeCluster } from '../../../db/server/cluster.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../../db/server/embedded-server.ts'
import { isAlive } from '../../../db/server/postmaster.ts'

const directory = mkdtempSync(join(tmpdir(), 'handrail-server-'))
let server: EmbeddedServer
afterAll(async () => {
  await server.stop()
  removeCluster(directory)
})

async function ask<Row>(statement: (sql: postgres.Sql) => Promise<Row>): Promise<Row> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    return await statement(sql)
  } finally {
    await sql.end()
  }
}

test('a server left running by a killed parent is taken over with its data, and stops when told to', async () => {
  // The first supervisor is forgotten, as a SIGKILL would: its server goes on.
  const orphaned = await startEmbeddedServer(directory)
  server = orphaned
  await ask((sql) => sql`create table kept (value int)`)
  server = await startEmbeddedServer(directory)
  expect(server.pid()).toBe(orphaned.pid())
  expect(server.url).toBe(orphaned.url)
  await ask((sql) => sql`insert into kept values (7)`)
  await orphaned.stop()
  await server.stop()
  expect(isAlive(orphaned.pid())).toBe(false)
})

test('a server that dies is started again at the same address, with all that was committed', async () => {
  server = await startEmbeddedServer(directory)
  const first = server.pid()
  process.kill(first, 'SIGKILL')
  await expect
    .poll(() => ask((sql) => sql`select value from kept`).catch(() => []), { timeout: 30_000 })
    .toEqual([{ value: 7 }])
  expect(server.pid()).not.toBe(first)
})
