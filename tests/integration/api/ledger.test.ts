import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { connections } from '@/db/schema/connections'
import { effects, runs } from '@/db/schema/runs'
import type { ConnectionId, EffectId, RunId, VersionId, WorkflowId, WorkspaceId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { listLedgerOfConnection, listLedgerOfRun } from '@/lib/services/ledger/list-ledger'
import { serviceWorld, type World } from '../../support/service-world'

let world: World
let shared: ConnectionId
let run: RunId
const minute = 60_000
const start = Date.parse('2026-01-01T00:00:00Z')

beforeAll(async () => {
  world = await serviceWorld()
  shared = await addConnection(true)
  run = await addRun()
  for (let n = 0; n < 5; n++) await addEffect(run, shared, n)
})
afterAll(() => world.close())

async function addConnection(isShared: boolean): Promise<ConnectionId> {
  const id = newId<ConnectionId>('con')
  const { workspaceId, userId } = world.owner
  await world.database.db.insert(connections).values({
    ...{
      id,
      workspaceId,
      connector: 'http',
      name: `Connection ${id}`,
      secret: Buffer.from('x'),
      settings: {},
    },
    ...{ shared: isShared, ownerId: userId },
  })
  return id
}

async function addRun(): Promise<RunId> {
  const id = newId<RunId>('run')
  await world.database.db.insert(runs).values({
    ...{ id, workspaceId: world.owner.workspaceId, originRunId: id, input: {} },
    ...{ workflowId: newId<WorkflowId>('wfl'), versionId: newId<VersionId>('ver') },
    ...{ mode: 'live', practice: false, trigger: 'start', startedVia: 'api', status: 'succeeded' },
  })
  return id
}

async function addEffect(runId: RunId, connectionId: ConnectionId, n: number): Promise<void> {
  const at = new Date(start + n * minute)
  await world.database.db.insert(effects).values({
    ...{ id: newId<EffectId>('eff'), workspaceId: world.owner.workspaceId, runId, connectionId },
    ...{ stepPath: `s${n}`, key: `${runId}/${n}`, action: 'a.b.c', effect: 'write', outward: true },
    ...{ preview: `Call ${n}`, input: {}, digest: 'd', status: 'confirmed', fence: 'f', intendedAt: at },
    connectionName: 'Far side',
  })
}

const previews = (page: { items: readonly { preview: string }[] }) => page.items.map(({ preview }) => preview)

it('tells all that a connection sent, newest first, page by page', async () => {
  const first = await listLedgerOfConnection(world.owner, shared, { limit: 3 })
  expect(previews(first)).toEqual(['Call 4', 'Call 3', 'Call 2'])
  expect(first.items[0]?.run.id).toBe(run)
  const second = await listLedgerOfConnection(world.owner, shared, { limit: 3, cursor: first.next ?? '' })
  expect(previews(second)).toEqual(['Call 1', 'Call 0'])
  expect(second.next).toBeNull()
})

it('tells all that a run did, page by page', async () => {
  const first = await listLedgerOfRun(world.owner, run, { limit: 4 })
  expect(previews(first)).toEqual(['Call 4', 'Call 3', 'Call 2', 'Call 1'])
  expect(previews(await listLedgerOfRun(world.owner, run, { limit: 4, cursor: first.next ?? '' }))).toEqual([
    'Call 0',
  ])
})

it('is not there for another workspace, nor that of a private connection for other members', async () => {
  const stranger: Actor = { ...world.owner, workspaceId: newId<WorkspaceId>('wsp') }
  await expect(listLedgerOfConnection(stranger, shared)).rejects.toMatchObject({ code: 'not_found' })
  await expect(listLedgerOfRun(stranger, run)).rejects.toMatchObject({ code: 'not_found' })
  const own = await addConnection(false)
  await expect(listLedgerOfConnection(await world.member('builder'), own)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await listLedgerOfConnection(world.owner, own)).toEqual({ items: [], next: null })
})
