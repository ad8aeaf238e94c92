import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '@/tests/support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

// As the lists ask: newest first, from a place on. An index whose order is another one does not spare the sorting.
it.each([
  ['runs', `workspace_id = 'w'`, 'created_at'],
  ['runs', `workspace_id = 'w' and status = 'failed'`, 'created_at'],
  ['runs', `workflow_id = 'w'`, 'created_at'],
  ['runs', `workspace_id = 'w' and started_by = 'u'`, 'created_at'],
  ['approvals', `workspace_id = 'w' and status = 'pending'`, 'created_at'],
  ['audit_entries', `workspace_id = 'w'`, 'created_at'],
  ['workflows', `workspace_id = 'w'`, 'updated_at'],
  ['templates', 'true', 'created_at'],
])('a list of %s where %s comes out of an index in its order', async (table, where, moment) => {
  const plan = await database.sql.begin(async (sql) => {
    await sql`set local enable_seqscan = off`
    await sql`set local enable_bitmapscan = off`
    const rows = await sql.unsafe(`explain select id from ${table}
      where ${where} and (${moment}, id) < (now(), 'x') order by ${moment} desc, id desc limit 30`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('Backward')
  expect(plan).not.toContain('Sort')
})
