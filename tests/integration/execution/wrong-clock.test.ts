import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { holdConnection } from '@/db/queries/connection-limits/hold-connection'
import { databaseNow } from '@/db/queries/system/database-now'
import { connections } from '@/db/schema/connections'
import { approvals } from '@/db/schema/runs'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

const hour = 3_600_000

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())
afterEach(() => void vi.restoreAllMocks())

/** Sets this machine's clock, and leaves the database's alone. */
function shiftClock(ms: number): void {
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms)
}

const start = { id: 'start', type: 'trigger.form', config: { fields: [] } }

it.each([-hour, hour])(
  'an approval runs out by the database’s clock, with this one %i ms off',
  async (ms) => {
    const workflow = await world.workflow({
      nodes: [
        start,
        { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }], deadline: 'PT10M' } },
      ],
      edges: ['start>ask'],
    })
    shiftClock(ms)
    const id = await world.start(workflow)
    await world.until(id, ({ status }) => status === 'waiting', 2 * hour)
    const [approval] = await world.database.db
      .select()
      .from(approvals)
      .where(eq(sql`${approvals.runId}`, id))
    const left = (approval?.deadline?.getTime() ?? 0) - (await databaseNow(world.database.db)).getTime()
    expect(left).toBeGreaterThan(590_000 - 30_000)
    expect(left).toBeLessThanOrEqual(600_000)
  },
)

it('a service that asked for no calls for a while gets none, with this clock an hour slow', async () => {
  world.far.answer = answerJson({ fine: true })
  const workflow = await world.workflow({
    nodes: [
      start,
      {
        id: 'get',
        type: 'action',
        action: 'http.request.get',
        connection: world.connection,
        input: { url: { value: `${world.far.url}/held` } },
      },
    ],
    edges: ['start>get'],
  })
  const { workspaceId } = world.owner
  await holdConnection(world.database.db, { workspaceId, connectionId: world.connection, ms: 3_000 })
  const begun = performance.now()
  shiftClock(-hour)
  const run = await world.until(await world.start(workflow), ({ endedAt }) => endedAt !== null)
  expect(stepOf(run, 'get').status).toBe('succeeded')
  expect(performance.now() - begun).toBeGreaterThanOrEqual(2_900)
  await world.database.db
    .update(connections)
    .set({ heldUntil: null })
    .where(eq(connections.id, world.connection))
})
