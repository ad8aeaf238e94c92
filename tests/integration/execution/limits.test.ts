import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { findStartable } from '@/db/queries/runs/find-startable'
import { workspaces } from '@/db/schema/identity'
import { runs } from '@/db/schema/runs'
import { isId, type WorkflowId, type WorkspaceId } from '@/lib/core/ids'
import { defaultPolicy } from '@/lib/policy/workspace-policy'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { getRun } from '@/lib/services/runs/get-run'
import { sweepQueues } from '@/lib/services/runs/start/admit-runs'
import { createRun } from '@/lib/services/runs/start/create-run'
import { dispatchRun } from '@/lib/services/runs/start/dispatch-run'
import { startRun } from '@/lib/services/runs/start/start-run'
import { waitForRun } from '@/lib/services/runs/watch/wait-for-run'
import { changeWorkflow } from '@/lib/services/workflows/change-workflow'
import { createWorkflow } from '@/lib/services/workflows/create-workflow'
import { pauseWorkflow, resumeWorkflow } from '@/lib/services/workflows/operate-workflow'
import { publishWorkflow } from '@/lib/services/workflows/publish-workflow'
import type { RunLimit } from '@/lib/workflow/views/workflow-view'
import { documentOf, type RunWorld, runWorld } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())
afterEach(async () => {
  await setRunsAtOnce(50)
})

const start = { id: 'start', type: 'trigger.form', config: { fields: [] } }
const hold = { id: 'hold', type: 'wait', config: { call: true } }

const called = { id: 'called', type: 'trigger.workflow', config: { fields: [] } }
const callOf = (id: string) => ({ type: 'workflow', config: { workflow: id, input: {} } })

/** The run that a run has called, once that one waits. */
async function calledBy(id: string): Promise<string> {
  const run = await world.until(id, ({ steps }) => steps.some((step) => step.called?.status === 'waiting'))
  return run.steps.find((step) => step.called)?.called?.runId ?? ''
}

/** A workflow whose runs end at once, or stay until they are called. */
const workflow = (...more: unknown[]) =>
  world.workflow({ nodes: [start, ...more], edges: more.length > 0 ? ['start>hold'] : [] })

const limited = async (limit: RunLimit) => {
  const id = await workflow(hold)
  await changeWorkflow(world.owner, id, { limit })
  return id
}

async function setRunsAtOnce(runsAtOnce: number) {
  await world.database.db
    .update(workspaces)
    .set({ policy: sql`${workspaces.policy} || ${JSON.stringify({ runsAtOnce })}::jsonb` })
    .where(eq(workspaces.id, world.owner.workspaceId))
}

async function someoneElse() {
  const workspaceId = newId<WorkspaceId>('wsp')
  const row = { id: workspaceId, name: 'Next door', slug: 'next-door', policy: defaultPolicy }
  await world.database.db.insert(workspaces).values(row)
  return world.member('owner', workspaceId)
}

function idOf(id: string): WorkflowId {
  if (isId<WorkflowId>('wfl', id)) return id
  throw new Error(`${id} is no id of a workflow`)
}

async function liveVersionOf(workflowId: WorkflowId) {
  const found = await findStartable(world.database.db, { workspaceId: world.owner.workspaceId, workflowId })
  if (!found?.version) throw new Error('nothing is live')
  return found.version.id
}

const statusOf = async (id: string) => (await getRun(world.owner, id)).status
const reaches = (id: string, status: string) => world.until(id, (run) => run.status === status)

describe('a workflow with a limit', () => {
  it('lets further runs wait their turn, the older first', async () => {
    const id = await limited({ runsAtOnce: 1, whenFull: 'queue' })
    const [one, two, three] = [await world.start(id), await world.start(id), await world.start(id)]
    await reaches(one, 'waiting')
    await sweepQueues()
    expect([await statusOf(two), await statusOf(three)]).toEqual(['queued', 'queued'])
    await cancelRun(world.owner, one)
    await reaches(two, 'waiting')
    expect(await statusOf(three)).toBe('queued')
    await cancelRun(world.owner, two)
    await reaches(three, 'waiting')
    await cancelRun(world.owner, three)
  })

  it('never has more under way, however many come at once', async () => {
    const id = await limited({ runsAtOnce: 2, whenFull: 'queue' })
    const all = await Promise.all(Array.from({ length: 8 }, () => world.start(id)))
    await world.until(all[0] ?? '', () => true)
    await Promise.all([sweepQueues(), sweepQueues()])
    const admitted = await world.database.db
      .select({ at: runs.admittedAt })
      .from(runs)
      .where(eq(runs.workflowId, id))
    expect(admitted.filter(({ at }) => at !== null)).toHaveLength(2)
    for (const run of all) await cancelRun(world.owner, run)
  })

  it('leaves further runs out and says why', async () => {
    const id = await limited({ runsAtOnce: 1, whenFull: 'skip' })
    const [one, two] = [await world.start(id), await world.start(id)]
    await reaches(one, 'waiting')
    const left = await getRun(world.owner, two)
    expect(left).toMatchObject({ status: 'cancelled', error: { code: 'limit_reached' } })
    expect(left.error?.message).toContain('left out')
    await cancelRun(world.owner, one)
    await reaches(await world.start(id), 'waiting')
  })

  it('ends the oldest run for a newer one', async () => {
    const id = await limited({ runsAtOnce: 1, whenFull: 'replace' })
    const one = await world.start(id)
    await reaches(one, 'waiting')
    const two = await world.start(id)
    await reaches(two, 'waiting')
    expect(await getRun(world.owner, one)).toMatchObject({
      status: 'cancelled',
      error: { code: 'limit_reached' },
    })
    await cancelRun(world.owner, two)
  })

  it('ends what the oldest run called along with it', async () => {
    const inner = await world.workflow({ nodes: [called, hold], edges: ['called>hold'] })
    const id = await workflow({ ...callOf(inner), id: 'hold' })
    await changeWorkflow(world.owner, id, { limit: { runsAtOnce: 1, whenFull: 'replace' } })
    const one = await world.start(id)
    const below = await calledBy(one)
    const two = await world.start(id)
    expect(await getRun(world.owner, below)).toMatchObject({ status: 'cancelled' })
    expect(await getRun(world.owner, one)).toMatchObject({
      status: 'cancelled',
      error: { code: 'limit_reached' },
    })
    await calledBy(two)
    await cancelRun(world.owner, two)
  })

  it('does not count what other workflows called of it', async () => {
    const id = await world.workflow({ nodes: [start, called, hold], edges: ['start>hold', 'called>hold'] })
    await changeWorkflow(world.owner, id, { limit: { runsAtOnce: 1, whenFull: 'skip' } })
    const caller = await world.start(await workflow({ ...callOf(id), id: 'hold' }))
    await calledBy(caller)
    const one = await world.start(id)
    await reaches(one, 'waiting')
    await changeWorkflow(world.owner, id, { limit: { runsAtOnce: 2, whenFull: 'queue' } })
    const two = await world.start(id)
    await reaches(two, 'waiting')
    for (const run of [one, two, caller]) await cancelRun(world.owner, run)
  })

  it('starts nothing of its queue while it is switched off', async () => {
    const id = await limited({ runsAtOnce: 1, whenFull: 'queue' })
    const [one, two] = [await world.start(id), await world.start(id)]
    await reaches(one, 'waiting')
    await pauseWorkflow(world.owner, id)
    await cancelRun(world.owner, one)
    await sweepQueues()
    expect(await statusOf(two)).toBe('queued')
    await resumeWorkflow(world.owner, id)
    await reaches(two, 'waiting')
    await cancelRun(world.owner, two)
  })
})

describe('a workspace', () => {
  it('carries so many runs at once, and what a person starts goes first', async () => {
    // A run that touches nothing outside is stored whole, and takes no place.
    const id = await workflow({ ...hold, config: { until: { value: '2026-01-01T00:00:00Z' } } })
    await setRunsAtOnce(1)
    const { workspaceId } = world.owner
    const versionId = await liveVersionOf(id)
    // A run of which the runtime is never told holds the one place.
    const common = { workspaceId, workflowId: id, versionId, practice: false, trigger: 'start', input: {} }
    const blocking = await createRun({ ...common, startedVia: 'webhook', startedBy: null })
    expect(blocking?.isAdmitted).toBe(true)
    const waiting = await createRun({ ...common, startedVia: 'webhook', startedBy: null })
    expect(waiting?.isAdmitted).toBe(false)
    const byHand = await world.start(id)
    await sweepQueues()
    expect(await statusOf(byHand)).toBe('queued')
    if (blocking) await cancelRun(world.owner, blocking.runId)
    const [first, second] = [
      await reaches(byHand, 'succeeded'),
      await reaches(waiting?.runId ?? '', 'succeeded'),
    ]
    expect((first.startedAt ?? '') <= (second.startedAt ?? '')).toBe(true)
  })

  it('has room again while a run waits for one that it called and that waits for people', async () => {
    await setRunsAtOnce(1)
    const inner = await world.workflow({ nodes: [called, hold], edges: ['called>hold'] })
    const caller = await world.start(await workflow({ ...callOf(inner), id: 'hold' }))
    await calledBy(caller)
    await reaches(await world.start(await workflow()), 'succeeded')
    await cancelRun(world.owner, caller)
  })

  it('is not held up by the queue of another', async () => {
    const busy = await workflow()
    await setRunsAtOnce(4)
    const { workspaceId } = world.owner
    const versionId = await liveVersionOf(busy)
    const common = { workspaceId, workflowId: busy, versionId, practice: false, trigger: 'start', input: {} }
    const many = await Promise.all(
      Array.from({ length: 80 }, () => createRun({ ...common, startedVia: 'webhook', startedBy: null })),
    )
    for (const run of many) if (run) await dispatchRun(run)
    const neighbour = await someoneElse()
    const other = await createWorkflow(neighbour, {
      name: 'Alone',
      document: documentOf({ nodes: [start], edges: [] }),
    })
    const otherId = idOf(other.id)
    await publishWorkflow(neighbour, otherId, {})
    const { id } = await startRun(neighbour, otherId, {})
    const run = await waitForRun(neighbour, id, 10)
    expect(run.status).toBe('succeeded')
    const startedMs = Date.parse(run.startedAt ?? '') - Date.parse(run.createdAt)
    expect(startedMs).toBeLessThan(2_000)
    await expect
      .poll(() => world.database.db.$count(runs, and(eq(runs.workflowId, busy), isNull(runs.endedAt))), {
        timeout: 30_000,
        interval: 100,
      })
      .toBe(0)
    expect(many.filter((one) => one !== null)).toHaveLength(80)
  })
})
