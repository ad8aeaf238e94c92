import { sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database'

test('arrays are written and read as they are', async () => {
  const database = await testDatabase()
  const lists = pgTable('lists', { words: text('words').array().notNull() })
  await database.db.execute(sql`create table lists (words text[] not null)`)
  const words = ['plain', 'with "quotes"', 'with, comma', '{braces}', 'back\\slash', '', 'null', 'ß 🌈']
  await database.db.insert(lists).values([{ words }, { words: [] }])
  expect((await database.db.select().from(lists)).map((row) => row.words)).toEqual([words, []])
  await database.close()
})
