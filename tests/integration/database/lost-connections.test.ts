import { createServer, connect as dial, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '@/db/client'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.close())

const works = async () => (await database.sql<{ one: number }[]>`select 1 as one`)[0]?.one === 1

test('a transaction whose connection is lost fails, and the next one works', async () => {
  for (let round = 0; round < 30; round++) {
    const cut = database.sql.begin(async (sql) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`
      await sql`select 1`
    })
    await expect(cut).rejects.toThrow()
    expect(await works()).toBe(true)
  }
})

test('a transaction that goes on after its connection was lost fails too', async () => {
  for (let round = 0; round < 30; round++) {
    const cut = database.sql.begin(async (sql) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => {})
      for (let index = 0; index < 3; index++) await sql`select 1`.catch(() => {})
      return await sql`select 1`
    })
    await expect(cut).rejects.toThrow()
  }
  expect(await works()).toBe(true)
})

test('when all connections are lost under load, only queries under way fail and none hangs', async () => {
  let failed = 0
  const query = async () => {
    await database.sql`select pg_sleep(0.002)`.catch(() => {
      failed += 1
    })
  }
  for (let round = 0; round < 10; round++) {
    const load = Promise.all(Array.from({ length: 60 }, query))
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.catch(() => {})
    await load
    await expect.poll(() => works().catch(() => false)).toBe(true)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: 60 }, query))
  expect(performance.now() - started).toBeLessThan(5000)
  expect(failed).toBeLessThan(600)
})

test('a result that was cut off leaves nothing in the next one of its connection', async () => {
  const alone = connect(database.url, { max: 1 })
  for (let round = 0; round < 5; round++) {
    const [backend] = await alone.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const long = alone.sql`select repeat('x', 1000) as text, pg_sleep(0.0001) from generate_series(1, 100000)`
    long.catch(() => {})
    await expect
      .poll(async () => {
        const [seen] = await database.sql`
          select 1 from pg_stat_activity where pid = ${backend?.pid ?? 0} and wait_event = 'PgSleep'`
        return seen !== undefined
      })
      .toBe(true)
    await database.sql`select pg_terminate_backend(${backend?.pid ?? 0})`
    await expect(long).rejects.toThrow()
    const rows = async () => await alone.sql<{ one: number }[]>`select 1 as one`
    await expect.poll(() => rows().catch(() => [])).toEqual([{ one: 1 }])
  }
  await alone.close()
})

test('a statement that is begun just as its connection closes keeps no later one waiting', async () => {
  const alone = connect(database.url, { max: 1 })
  for (let round = 0; round < 12; round++) {
    const [backend] = await alone.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    await database.sql`select pg_terminate_backend(${backend?.pid ?? 0})`
    // The loop is held up so that the close is due right behind the statement, before what it says is written.
    for (let turn = 0; turn < 4; turn++) {
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          alone.sql`select 1`.catch(() => {})
          const until = performance.now() + 30
          while (performance.now() < until);
          resolve()
        }, turn * 5)
      })
    }
    const begun = performance.now()
    await expect
      .poll(() => alone.sql`select 1 as one`.then(({ length }) => length).catch(() => 0), { timeout: 30_000 })
      .toBe(1)
    expect(performance.now() - begun).toBeLessThan(5_000)
  }
  await alone.close()
}, 60_000)

test('what a client holds in the middle of a statement is free soon after the client is gone', async () => {
  await database.sql`create table held (id int primary key)`
  await database.sql`insert into held values (1)`
  const { url, cut } = await cable(database.url)
  const client = connect(url, { max: 1 })
  const holding = client.sql`update held set id = 1 where id = 1 and pg_sleep(0) is not null returning pg_sleep(600)`
  holding.catch(() => {})
  await expect
    .poll(
      async () => (await database.sql`select 1 from pg_stat_activity where wait_event = 'PgSleep'`).length,
    )
    .toBe(1)
  cut()
  const others = await database.sql`select id from held for update`
  expect(others).toHaveLength(1)
  await client.sql.end({ timeout: 0 })
}, 20_000)

/**
 * A way to the database that can be cut: the server hears nothing but that the other end is gone. A client that was made
 * deaf hears no answer, and so says nothing more, as if it were frozen.
 */
async function cable(url: string): Promise<{ url: string; cut(): void; deafen(): void }> {
  const target = new URL(url)
  const ends = new Set<Socket>()
  let isDeaf = false
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => {})
    }
    near.pipe(far)
    far.on('data', (bytes) => void (isDeaf || near.write(bytes)))
    far.once('end', () => near.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' ? address?.port : '')
  through.hostname = '127.0.0.1'
  return {
    url: through.href,
    cut: () => {
      server.close()
      for (const end of ends) end.destroy()
    },
    deafen: () => {
      isDeaf = true
    },
  }
}

test('a transaction of a frozen process is ended before its lease, and holds nobody up for good', async () => {
  const [limit] = await database.sql<{ ms: number }[]>`
    select setting::int as ms from pg_settings where name = 'idle_in_transaction_session_timeout'`
  expect(limit?.ms).toBeGreaterThan(0)
  expect(limit?.ms).toBeLessThan(30_000)
  await database.sql`create table held (n int)`
  await database.sql`insert into held values (1)`
  let thaw = (): void => {}
  const frozen = new Promise<void>((resolve) => {
    thaw = resolve
  })
  let holding = (): void => {}
  const held = new Promise<void>((resolve) => {
    holding = resolve
  })
  const stuck = database.sql.begin(async (sql) => {
    await sql`set local idle_in_transaction_session_timeout = 200`
    await sql`update held set n = 2`
    holding()
    await frozen
    await sql`select 1`
  })
  stuck.catch(() => {})
  await held
  await database.sql`update held set n = 3`
  thaw()
  await expect(stuck).rejects.toThrow()
  expect(await works()).toBe(true)
})

test('a process frozen in the middle of a statement holds nobody up for good', async () => {
  await database.sql`create table held (n int)`
  await database.sql`insert into held values (1)`
  const { url, cut, deafen } = await cable(database.url)
  const client = connect(url, { max: 1 })
  const [limit] = await client.sql<{ ms: number }[]>`
    select setting::int as ms from pg_settings where name = 'transaction_timeout'`
  expect(limit?.ms).toBeGreaterThan(0)
  expect(limit?.ms).toBeLessThanOrEqual(30_000)
  const stuck = client.sql.begin(async (sql) => {
    // A limit that counts already is not set anew.
    for (const ms of ['0', '1500']) await sql`select set_config('transaction_timeout', ${ms}, true)`
    await sql`select set_config('statement_timeout', '200', true)`
    await sql`select set_config('idle_in_transaction_session_timeout', '200', true)`
    await sql`update held set n = 2`
    deafen()
    // What has parameters is described to the driver before it sends them.
    await sql`select ${1}::int`
  })
  stuck.catch(() => {})
  await expect
    .poll(async () => {
      const [seen] = await database.sql`
        select 1 from pg_stat_activity where query like 'select $1::int%' and state = 'active' and wait_event = 'ClientRead'`
      return seen !== undefined
    })
    .toBe(true)
  await database.sql`update held set n = 3`
  cut()
  await client.sql.end({ timeout: 0 })
}, 20_000)
