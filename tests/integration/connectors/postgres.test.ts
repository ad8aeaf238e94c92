import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenConnection } from '@/lib/connectors/contract'
import { getConnector } from '@/lib/connectors/index'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import { HandrailError } from '@/lib/core/errors'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
let sql: postgres.Sql
const password = 'canary-9c1e'

beforeAll(async () => {
  database = await testDatabase()
  sql = database.session('postgres connector test')
  await sql.unsafe(`
    create table orders (id int generated always as identity primary key, customer text not null,
      status text not null default 'open', handrail_key text unique, total numeric, made timestamptz, tags text[], more jsonb);
    create table notes (id int generated always as identity primary key, text text);
    create table prices (article text primary key, cents int not null);
    create table stock (article text, place text, many int, primary key (article, place));
    create schema sales; create view sales.by_day as select current_date as day;`)
  await sql.unsafe(`drop role if exists reader_of_${suffix()}; create role reader_of_${suffix()} login password '${password}';
    grant select on orders to reader_of_${suffix()}`)
})
afterAll(async () => {
  await sql.unsafe(`drop owned by reader_of_${suffix()}; drop role reader_of_${suffix()}`)
  await sql.end()
  await database.close()
})
beforeEach(async () => {
  await sql.unsafe(`truncate orders, notes, prices, stock restart identity;
    insert into orders (customer, status) values ('Tomás', 'open'), ('Aiko', 'open'), ('Lena', 'paid')`)
})

const suffix = () => new URL(database.url).pathname.slice(1)

function connection(
  changes: { settings?: Record<string, string>; token?: string } & Partial<OpenConnection> = {},
): OpenConnection {
  const url = new URL(database.url)
  const { settings, token, ...rest } = changes
  return {
    id: 'con_test',
    connector: 'postgres',
    name: 'Shop database',
    secret: { token: token ?? decodeURIComponent(url.password) },
    settings: {
      host: url.hostname,
      port: url.port,
      database: suffix(),
      user: decodeURIComponent(url.username),
      tls: 'off',
      ...settings,
    },
    baseUrl: null,
    allowPrivate: true,
    simulated: false,
    ...rest,
  }
}

let calls = 0
const callOf = (action: string, input: unknown, to = connection()) => ({
  action: `postgres.${action}`,
  connection: to,
  input,
  idempotencyKey: `run_${calls++}/n:step`,
  signal: AbortSignal.timeout(20_000),
})
const run = (action: string, input: unknown, to?: OpenConnection) => runAction(callOf(action, input, to))

async function errorOf(work: Promise<unknown>): Promise<HandrailError> {
  const outcome = await work.then(
    (value) => new Error(`it succeeded with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof HandrailError) return outcome
  throw outcome
}

describe.each((getConnector('postgres')?.actions ?? []).map((action) => [action.id, action] as const))(
  '%s',
  (id, action) => {
    test.each(action.examples.map((example) => [example.title, example.input] as const))(
      'runs: %s',
      async (_, input) => {
        const output = await runAction({ ...callOf('', input), action: id })
        expect(() => action.output.parse(output)).not.toThrow()
      },
    )

    test('says so when the password is wrong, with no secret in it', async () => {
      const to = connection({ settings: { user: `reader_of_${suffix()}` }, token: 'canary-wrong' })
      const error = await errorOf(runAction({ ...callOf('', action.examples[0].input, to), action: id }))
      expect(error).toMatchObject({ code: 'reconnect', retry: 'no' })
      expect(error.message).toContain('Shop database')
      expect(JSON.stringify(error)).not.toContain('canary-wrong')
    })

    test('has done nothing when the server goes away', async () => {
      const cut = await cutter('greeting')
      const error = await errorOf(runAction({ ...callOf('', action.examples[0].input, cut.to), action: id }))
      expect(error).toMatchObject({ code: 'unreachable', retry: 'after' })
      await cut.close()
    })
  },
)

test('a query reads and cannot change, whatever its SQL says', async () => {
  for (const text of [
    "insert into notes (text) values ('x')",
    'with gone as (delete from orders returning *) select * from gone',
    "select nextval('notes_id_seq')",
  ]) {
    expect(await errorOf(run('query.run', { sql: text }))).toMatchObject({
      code: 'invalid_input',
      field: 'input.sql',
    })
  }
  expect(await errorOf(run('query.run', { sql: 'select 1; drop table orders' }))).toMatchObject({
    code: 'invalid_input',
  })
  expect(await sql`select count(*)::int as many from orders`).toMatchObject([{ many: 3 }])
})

test('what comes from a run is a value and never SQL, in names and in values', async () => {
  const bad = `'; drop table orders; --`
  expect(await run('rows.find', { table: 'orders', match: { customer: bad } })).toMatchObject({ count: 0 })
  expect(await errorOf(run('rows.find', { table: `orders"; drop table orders; --` }))).toMatchObject({
    code: 'not_found',
  })
  expect(
    await errorOf(run('rows.find', { table: 'orders', columns: ['id" from orders; --'] })),
  ).toMatchObject({
    code: 'invalid_input',
  })
  await run('rows.insert', { table: 'notes', values: { text: bad } })
  expect(await sql`select text from notes`).toMatchObject([{ text: bad }])
})

test('every type comes back as JSON that keeps what it says', async () => {
  const { rows } = Object(
    await run('query.run', {
      sql: `select 9007199254740993::int8 as big, 12::int8 as small, 1.10::numeric as exact, '2026-03-29 02:30:00+02'::timestamptz as moment,
        '2026-03-29'::date as day, array['a','b'] as list, '{"a":[1]}'::jsonb as json, null as nothing, '\\x0102'::bytea as bytes, 'NaN'::float8 as odd`,
    }),
  )
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      small: 12,
      exact: '1.10',
      moment: '2026-03-29T00:30:00.000Z',
      day: '2026-03-29',
      list: ['a', 'b'],
      json: { a: [1] },
      nothing: null,
      bytes: '(2 bytes)',
      odd: null,
    },
  ])
})

test('values of every kind go in', async () => {
  const values = {
    customer: 'Priya',
    total: '12.50',
    made: '2026-11-22T10:00:00Z',
    tags: ['a', 'b'],
    more: { a: [1] },
  }
  expect(await run('rows.insert', { table: 'orders', values })).toMatchObject({
    row: {
      customer: 'Priya',
      total: '12.50',
      made: '2026-11-22T10:00:00.000Z',
      tags: ['a', 'b'],
      more: { a: [1] },
    },
  })
})

test('more rows than allowed: none is changed', async () => {
  const input = { table: 'orders', match: { status: 'open' }, values: { status: 'late' } }
  expect(await errorOf(run('rows.update', input))).toMatchObject({ code: 'conflict', field: 'input.most' })
  expect(await sql`select 1 from orders where status = 'late'`).toHaveLength(0)
  expect(await run('rows.update', { ...input, most: 2 })).toMatchObject({ count: 2 })
})

test('gives so many rows and says that there are more', async () => {
  expect(await run('rows.find', { table: 'orders', sort: 'id', limit: 2 })).toMatchObject({
    count: 2,
    more: true,
  })
  expect(await run('rows.find', { table: 'orders', sort: 'id', descending: true, limit: 3 })).toMatchObject({
    count: 3,
    more: false,
    rows: [{ id: 3 }, { id: 2 }, { id: 1 }],
  })
})

test('a row that was added is found again by its key, and only by its own', async () => {
  const call = callOf('rows.insert', {
    table: 'orders',
    values: { customer: 'Lena' },
    key_column: 'handrail_key',
  })
  expect(await lookupAction(call)).toBeNull()
  const output = await runAction(call)
  expect(await lookupAction(call)).toEqual(output)
  expect(await lookupAction({ ...call, idempotencyKey: 'another' })).toBeNull()
  // Where the column is unique, even a blind repetition adds nothing.
  expect(await errorOf(runAction(call))).toMatchObject({ code: 'conflict' })
})

test('what may not be done, is not there or is there already says so', async () => {
  const reader = connection({ settings: { user: `reader_of_${suffix()}` }, token: password })
  expect(await errorOf(run('rows.insert', { table: 'notes', values: { text: 'x' } }, reader))).toMatchObject({
    code: 'missing_scope',
  })
  expect(await run('rows.find', { table: 'orders', limit: 1 }, reader)).toMatchObject({ count: 1 })
  expect(await errorOf(run('rows.find', { table: 'nowhere' }))).toMatchObject({
    code: 'not_found',
    field: 'input.table',
  })
  expect(await errorOf(run('rows.find', { table: 'orders', columns: ['nothing'] }))).toMatchObject({
    code: 'invalid_input',
  })
  expect(await errorOf(run('rows.insert', { table: 'orders', values: { customer: null } }))).toMatchObject({
    code: 'invalid_input',
  })
  expect(
    await errorOf(run('account.get', {}, connection({ settings: { database: 'no_such' } }))),
  ).toMatchObject({ code: 'not_found' })
  expect(await errorOf(run('account.get', {}, connection({ settings: { tls: 'verified' } })))).toMatchObject({
    code: 'unreachable',
    retry: 'no',
    message: expect.stringContaining('TLS'),
  })
  expect(await errorOf(run('account.get', {}, connection({ allowPrivate: false })))).toMatchObject({
    code: 'blocked_address',
  })
  expect(await errorOf(run('account.get', {}, connection({ settings: { port: '1' } })))).toMatchObject({
    code: 'unreachable',
    retry: 'after',
  })
})

test('a call that is stopped has changed nothing', async () => {
  const stopping = new AbortController()
  const call = callOf('statement.run', {
    sql: "with slept as (select pg_sleep(30)) insert into notes (text) select 'late' from slept",
  })
  const stopped = errorOf(runAction({ ...call, signal: stopping.signal }))
  await expect
    .poll(
      () =>
        sql`select 1 from pg_stat_activity where application_name = 'handrail' and query like '%pg_sleep%' and datname = ${suffix()}`,
      { timeout: 10_000 },
    )
    .toHaveLength(1)
  stopping.abort()
  expect(await stopped).toMatchObject({ code: 'cancelled', retry: 'after' })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'handrail' and datname = ${suffix()}`
  expect(await sql`select 1 from notes`).toHaveLength(0)
})

test('a commit whose answer was lost may have happened, and says so', async () => {
  const cut = await cutter('commit')
  const error = await errorOf(run('rows.insert', { table: 'notes', values: { text: 'kept?' } }, cut.to))
  expect(error).toMatchObject({ code: 'unreachable', retry: 'unknown' })
  await cut.close()
})

/** A way to the database that is cut at its greeting, or when a commit has been sent and before its answer. */
async function cutter(when: 'greeting' | 'commit') {
  const { hostname, port } = new URL(database.url)
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    sockets.add(near)
    if (when === 'greeting') return void near.destroy()
    const far = connectSocket(Number(port), hostname)
    sockets.add(far)
    far.on('error', () => {})
    near.on('error', () => {})
    far.on('data', (bytes) => near.writable && near.write(bytes))
    near.on('data', (bytes) => {
      far.write(bytes)
      if (bytes.toString('latin1').includes('commit')) near.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The cutter has no port.')
  return {
    to: connection({ settings: { host: '127.0.0.1', port: String(address.port) } }),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
