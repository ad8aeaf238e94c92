import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('the embedded server keeps what it has been told is committed', async () => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const [row] = await database.sql`select current_setting(${setting}) as value`
    expect(row, setting).toEqual({ value: 'on' })
  }
})

test('the embedded server listens on loopback only, in UTF-8 with the built-in collation, whatever the host says', async () => {
  const [row] = await database.sql`
    select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
      pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
    from pg_database where datname = current_database()`
  expect(row).toEqual({
    listens: '127.0.0.1',
    sockets: '',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
  })
})

test('a step output may hold U+0000 and comes back as it was', async () => {
  const [row] = await database.sql`select ${'{"a":"x\\u0000y"}'}::json as value`
  expect(row?.value).toEqual({ a: 'x\u0000y' })
})
