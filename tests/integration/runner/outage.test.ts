import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type DatabaseHandle } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type EmbeddedServer, startEmbeddedServer } from '@/db/server/embedded-server'
import { longWork, stepsOfLongWork } from './support/long-work'
import { endedRuns, type Harness, startHarness, until } from './support/runner-harness'

let folder: string
let server: EmbeddedServer
let database: DatabaseHandle
let harness: Harness

const noted: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-outage-'))
  server = await startEmbeddedServer(folder)
  await migrate(server.url)
  database = connect(server.url)
  harness = await startHarness(database, (client) => longWork(client, (note) => noted.push(note)))
})
afterAll(async () => {
  await harness.stop()
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('when the database is killed and comes back, every run goes on where it was', async () => {
  const count = 8
  await harness.client.send(Array.from({ length: count }, (_, run) => ({ name: 'work', data: { run } })))
  for (const mark of [15, 60]) {
    await until(() => noted.length > mark, 30_000)
    const before = server.pid()
    process.kill(before, 'SIGKILL')
    await until(async () => {
      const [row] = await database.sql`select 1 as up`.catch(() => [])
      return server.pid() !== before && row?.up === 1
    }, 30_000)
  }
  await until(async () => {
    const ended = await endedRuns(database, { count, functionId: 'test-long-work', withinMs: 1 }).catch(
      () => [],
    )
    return ended.length === count
  }, 60_000)
  const runs = await endedRuns(database, { count, functionId: 'test-long-work' })
  expect(runs.map((run) => [run.status, run.output])).toEqual(
    Array.from({ length: count }, () => ['completed', 'abcdefpqrxyzend']),
  )
  expect(new Set(noted).size).toBe(count * stepsOfLongWork)
  // Only what was under way when the database went may have run twice.
  expect(noted.length - new Set(noted).size).toBeLessThanOrEqual(2 * 16)
})
