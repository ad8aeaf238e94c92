import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { describeFailure } from '../../../bin/serve/describe-failure.ts'
import { migrate } from '../../../db/migrate.ts'
import { HandrailError } from '../../../lib/core/errors.ts'

async function failureOf(url: string): Promise<HandrailError> {
  const thrown = await migrate(url).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof HandrailError)) throw new Error(`Not a sentence: ${String(thrown)}`)
  return thrown
}

test('a migration that fails says what happened without a statement, and changes nothing', async () => {
  const server = inject('databaseServer')
  const name = 'taken_by_another'
  const admin = postgres(server, { max: 1 })
  await admin`create database ${admin(name)}`
  const url = server.replace(/\/postgres$/, `/${name}`)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`create table runs (somebody text)`
    const failure = await failureOf(url)
    expect(failure.message).toContain('nothing in it was changed. It says: relation "runs" already exists.')
    expect(failure.message).not.toMatch(/create table|\n/i)
    expect(failure.detail).toMatch(/CREATE TABLE/)
    const tables = await sql`select tablename from pg_tables where schemaname = 'public'`
    expect(tables.map(({ tablename }) => tablename)).toEqual(['runs'])
  } finally {
    await sql.end()
    await admin`drop database ${admin(name)} with (force)`
    await admin.end()
  }
})

test('a database that is not there, or not reached, is told from one that cannot be changed', async () => {
  const server = inject('databaseServer')
  expect((await failureOf(server.replace(/\/postgres$/, '/nowhere'))).message).toMatch(
    /^There is no database/,
  )
  expect((await failureOf(server.replace(/:\d+\/postgres$/, ':1/postgres'))).message).toMatch(
    /^The database does not answer/,
  )
})

test('the terminal gets the sentence; the detail goes to a file that only its owner reads', () => {
  const data = mkdtempSync(join(tmpdir(), 'handrail-failure-'))
  const failure = new HandrailError({
    code: 'unavailable',
    who: 'operator',
    retry: 'no',
    message: 'It failed. Mend it.',
    detail: 'CREATE TABLE …',
  })
  try {
    const file = join(data, 'start.log')
    expect(describeFailure(failure, data)).toBe(`It failed. Mend it.\nThe details are in ${file}.`)
    expect(readFileSync(file, 'utf8')).toContain('CREATE TABLE …')
    expect(statSync(file).mode & 0o077).toBe(0)
  } finally {
    rmSync(data, { recursive: true })
  }
})
