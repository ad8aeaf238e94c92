import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { restoreBackup } from '@/db/backup/restore-backup'
import { writeBackup } from '@/db/backup/write-backup'
import { connect } from '@/db/client'
import { newId } from '@/db/new-id'
import { artifacts } from '@/db/schema/runs'
import type { ArtifactId } from '@/lib/core/ids'
import { runWorld } from '../execution/support/run-world'

/** What a text format would stumble over. */
const odd = 'tab\there, line\nhere, U+0000 \0, \\N'

let folder: string
let empty: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-backup-'))
  const server = connect(inject('databaseServer'), { max: 1 })
  const name = `restored_${folder.slice(-6).toLowerCase()}`
  await server.sql`create database ${server.sql(name)}`
  await server.close()
  empty = inject('databaseServer').replace(/\/postgres$/, `/${name}`)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  const server = connect(inject('databaseServer'), { max: 1 })
  await server.sql`drop database ${server.sql(empty.split('/').at(-1) ?? '')} with (force)`
  await server.close()
})

test('a backup that is taken while runs go on is restored whole, into an empty database only', async () => {
  const world = await runWorld()
  const workflow = await world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [{ key: 'a', type: 'text' }] } },
      {
        id: 'text',
        type: 'set',
        config: { fields: [{ key: 'a', value: { from: 'start', path: ['a'] } }] },
      },
      { id: 'nap', type: 'wait', config: { for: 'PT1H' } },
    ],
    edges: ['start>text', 'text>nap'],
  })
  const waiting = await world.start(workflow, { a: odd })
  await world.until(waiting, ({ status }) => status === 'waiting')
  const others = Array.from({ length: 20 }, () => world.start(workflow, { a: odd }))
  const written = await writeBackup(world.database.url, folder)
  await Promise.all(others)
  await world.close()

  const restored = await restoreBackup(empty, folder)
  expect(restored).toEqual(written)
  const copy = connect(empty, { max: 1 })
  const [step] = await copy.sql`select output from steps where run_id = ${waiting} and path = 'text'`
  expect(step).toEqual({ output: { a: odd } })
  const [job] = await copy.sql`select token from runner_jobs where run_id in (
    select id from runner_runs where event_id = ${waiting})`
  expect(job).toEqual({ token: null })
  const [next] = await copy.sql`
    select nextval(pg_get_serial_sequence('runner_jobs', 'id'))::int > (select max(id) from runner_jobs) as fresh`
  expect(next).toEqual({ fresh: true })
  await copy.close()
  await expect(restoreBackup(empty, folder)).rejects.toThrow('already')
})

test('a backup goes on after a table that comes faster than it is written', async () => {
  const world = await runWorld({ engine: false })
  const { workspaceId } = world.owner
  // More than the driver holds ready at once, and nothing that can be compressed quickly.
  const bodies = Array.from({ length: 4 }, () => randomBytes(75_000))
  for (const body of bodies) {
    const id = newId<ArtifactId>('art')
    await world.database.db
      .insert(artifacts)
      .values({ id, workspaceId, contentType: 'text/plain', size: body.length, body })
  }
  await writeBackup(world.database.url, folder)
  await world.close()
  await restoreBackup(empty, folder)
  const copy = connect(empty, { max: 1 })
  const restored = await copy.sql<{ body: Buffer }[]>`select body from artifacts order by id`
  await copy.close()
  expect(restored.map(({ body }) => body)).toEqual(bodies)
})

test('half a backup is refused, and a folder with something in it is not written to', async () => {
  await expect(restoreBackup(empty, folder)).rejects.toThrow('no whole backup')
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(writeBackup(empty, folder)).rejects.toThrow('not empty')
  expect(readdirSync(folder)).toEqual(['mine.txt'])
})
