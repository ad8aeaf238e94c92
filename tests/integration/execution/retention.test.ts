import { afterAll, beforeEach, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { effects, runs, steps } from '@/db/schema/runs'
import type { EffectId, RunId, VersionId, WorkflowId } from '@/lib/core/ids'
import { deleteRun } from '@/lib/services/runs/delete-run'
import { forgetOldRuns } from '@/lib/services/runs/forget-old-runs'
import { serviceWorld, type World } from '../../support/service-world'

const day = 86_400_000
let world: World | undefined

beforeEach(async () => {
  await world?.close()
  world = await serviceWorld()
})
afterAll(() => world?.close())

const here = (): World => {
  if (!world) throw new Error('no world')
  return world
}

const keepFor = (days: number | null) =>
  here().database.sql`
    update workspaces set policy = jsonb_set(policy, '{keepRunsDays}', ${JSON.stringify(days)}::text::jsonb)`

/** A run with a step, which ended so many days ago, or goes on. */
async function run(
  endedDaysAgo: number | null,
  {
    origin,
    effect,
    caller,
  }: { origin?: RunId; effect?: 'confirmed' | 'unknown' | 'sent'; caller?: RunId } = {},
): Promise<RunId> {
  const id = newId<RunId>('run')
  const { db } = here().database
  const { workspaceId } = here().owner
  await db.insert(runs).values({
    ...{ id, workspaceId, originRunId: origin ?? id, input: {}, mode: 'live', practice: false },
    ...{ workflowId: newId<WorkflowId>('wfl'), versionId: newId<VersionId>('ver') },
    ...(caller ? { parentRunId: caller, parentPath: `s${id}` } : {}),
    ...{ trigger: 'start', startedVia: 'api', status: endedDaysAgo === null ? 'waiting' : 'succeeded' },
    createdAt: new Date(Date.now() - 500 * day),
    endedAt: endedDaysAgo === null ? null : new Date(Date.now() - endedDaysAgo * day),
  })
  await db.insert(steps).values({
    ...{ runId: id, workspaceId, path: 's', nodeId: 's', type: 'set', title: 'S', position: 0 },
    status: 'succeeded',
  })
  if (effect) {
    await db.insert(effects).values({
      ...{ id: newId<EffectId>('eff'), workspaceId, runId: id, stepPath: 's', key: `${id}/s/0` },
      ...{ action: 'a.b.c', effect: 'write', outward: false, preview: 'p', input: {}, digest: 'd' },
      ...{ status: effect, fence: 'f' },
    })
  }
  return id
}

async function left(): Promise<string[]> {
  while ((await forgetOldRuns(0)) > 0);
  const rows = await here().database.sql<{ id: string }[]>`select id from runs order by id`
  return rows.map(({ id }) => id)
}

it('keeps everything where the policy says nothing', async () => {
  const old = await run(400)
  expect(await left()).toEqual([old])
})

it('deletes runs that ended longer ago, with what belongs to them, in pieces', async () => {
  await keepFor(30)
  for (let n = 0; n < 120; n++) await run(31, n % 10 === 0 ? { effect: 'confirmed' } : {})
  const young = await run(29)
  expect(await left()).toEqual([young])
  const [row] = await here().database.sql`
    select (select count(*)::int from steps) as steps, (select count(*)::int from effects) as effects`
  expect(row).toEqual({ steps: 1, effects: 0 })
})

it('does not touch a run that waits, however old', async () => {
  await keepFor(1)
  const waiting = await run(null)
  expect(await left()).toEqual([waiting])
})

it('keeps what the ledger still needs: a chain with a run under way, and calls of unknown outcome', async () => {
  await keepFor(30)
  const first = await run(100, { effect: 'confirmed' })
  const retry = await run(null, { origin: first })
  const asked = await run(100, { effect: 'unknown' })
  const sent = await run(100, { effect: 'sent' })
  const alone = await run(100, { effect: 'confirmed' })
  const stay = await left()
  expect(stay).toEqual([first, retry, asked, sent].sort())
  expect(stay).not.toContain(alone)
})

it('keeps or deletes a run together with all that it called', async () => {
  await keepFor(30)
  const old = await run(100)
  const below = await run(101, { caller: old })
  await run(102, { caller: below })
  const asked = await run(100)
  const between = await run(101, { caller: asked })
  const unknown = await run(102, { caller: between, effect: 'unknown' })
  const young = await run(29)
  const kept = [asked, between, unknown, young, await run(31, { caller: young })]
  const orphan = await run(100, { caller: newId<RunId>('run') })
  const stay = await left()
  expect(stay).toEqual([...kept].sort())
  expect(stay).not.toContain(orphan)
})

it('deletes with a run what it called, once all of it has ended', async () => {
  const caller = await run(1)
  const below = await run(null, { caller })
  await expect(deleteRun(here().owner, caller)).rejects.toMatchObject({ code: 'conflict' })
  await here().database.sql`update runs set status = 'cancelled', ended_at = now() where id = ${below}`
  await deleteRun(here().owner, caller)
  expect(await left()).toEqual([])
})

it('goes by each workspace’s own policy, and only now and then', async () => {
  await keepFor(30)
  const old = await run(100)
  expect(await forgetOldRuns(1)).toBe(0)
  await keepFor(null)
  expect(await left()).toEqual([old])
})
