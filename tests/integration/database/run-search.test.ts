import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { listRunRows } from '@/db/queries/runs/list-runs'
import { runs } from '@/db/schema/runs'
import { workflows } from '@/db/schema/workflows'
import type { RunId, VersionId, WorkflowId } from '@/lib/core/ids'
import { serviceWorld, type World } from '@/tests/support/service-world'

let world: World
const byName = newId<RunId>('run')
const byError = newId<RunId>('run')
const plain = newId<RunId>('run')

beforeAll(async () => {
  world = await serviceWorld()
  const { workspaceId } = world.owner
  const named = newId<WorkflowId>('wfl')
  await world.database.db.insert(workflows).values({
    ...{ id: named, workspaceId, name: '100% Refunds' },
    draft: { schema: 1, nodes: [], edges: [] },
  })
  const row = (id: RunId, workflowId: WorkflowId, minutesAgo: number) => ({
    ...{ id, workspaceId, workflowId, versionId: newId<VersionId>('ver'), originRunId: id, input: {} },
    ...{ mode: 'live' as const, practice: false, status: 'failed' as const, trigger: 'start' },
    ...{ startedVia: 'api' as const, createdAt: new Date(Date.now() - minutesAgo * 60_000) },
  })
  const other = newId<WorkflowId>('wfl')
  const error = { code: 'service_failed', who: 'operator', retry: 'after', message: 'No refund' } as const
  await world.database.db
    .insert(runs)
    .values([row(byName, named, 1), { ...row(byError, other, 2), error }, row(plain, other, 3)])
})
afterAll(() => world.close())

async function found(search: string, limit = 10): Promise<readonly string[]> {
  const { workspaceId } = world.owner
  const rows = await listRunRows(world.database.db, { workspaceId, search, limit })
  return rows.map(({ id }) => id)
}

it('finds runs by their workflow’s name, the text of their error and how their id begins, the newest first', async () => {
  expect(await found('refund')).toEqual([byName, byError])
  expect(await found('refund', 1)).toEqual([byName])
  expect(await found(plain)).toEqual([plain])
  expect(await found(plain.slice(4, 22).toUpperCase())).toEqual([plain])
  expect(await found('100%')).toEqual([byName])
  expect(await found('n_thing')).toEqual([])
  expect(await found('zzzzzz')).toEqual([])
})

it('reads no more than the few runs with an error to say that there is none', async () => {
  const { workspaceId } = world.owner
  await world.database.sql`
    insert into runs (id, workspace_id, workflow_id, version_id, mode, practice, status, trigger, started_via, input,
      origin_run_id, created_at)
    select 'run_' || lpad(n::text, 26, '0'), ${workspaceId}, 'wfl_x', 'ver_x', 'live', false, 'succeeded', 'start', 'api',
      '{}', 'run_' || lpad(n::text, 26, '0'), now() - n * interval '1 minute' from generate_series(1, 5000) as n`
  await world.database.sql`analyze runs`
  const query = listRunRows(world.database.db, { workspaceId, search: 'zzzzzz', limit: 30 })
  const plan = await world.database.db.execute(sql`explain (analyze, format json) ${query.getSQL()}`)
  const removed = [...JSON.stringify(plan).matchAll(/Rows Removed by Filter\\?":\s*(\d+)/g)]
  expect(removed.map(([, rows]) => Number(rows)).filter((rows) => rows > 10)).toEqual([])
})
