import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connections } from '@/db/schema/connections'
import { changeConnection } from '@/lib/services/connections/change-connection'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let arrivals: number[]
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  arrivals = []
  await world.database.db
    .update(connections)
    .set({ rateCalls: null, rateSeconds: null, windowAt: null, windowCalls: 0, heldUntil: null })
    .where(eq(connections.id, world.connection))
})

const start = { id: 'start', type: 'trigger.form', config: { fields: [] } }

const reader = (settings: object = {}) =>
  world.workflow({
    nodes: [
      start,
      {
        id: 'get',
        type: 'action',
        action: 'http.request.get',
        connection: world.connection,
        input: { url: { value: `${world.far.url}/get` } },
        settings,
      },
    ],
    edges: ['start>get'],
  })

const ended = (id: string) => world.until(id, (run) => run.endedAt !== null)

describe('a connection with a limit', () => {
  it('makes so many calls in a stretch of time, over all runs, and none is lost', async () => {
    world.far.answer = (request, response) => {
      arrivals.push(Date.now())
      return answerJson({ fine: true })(request, response)
    }
    await changeConnection(world.owner, world.connection, { rate: { calls: 2, seconds: 2 } })
    const workflow = await reader()
    const before = Date.now()
    const ids = await Promise.all(Array.from({ length: 6 }, () => world.start(workflow)))
    const runs = await Promise.all(ids.map(ended))
    expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'succeeded'))
    expect(arrivals).toHaveLength(6)
    // Two in each of three windows. The first may have been long on its way: what counts is when it could leave.
    const [, , third = 0, , fifth = 0] = arrivals.sort((one, other) => one - other)
    expect(third - before).toBeGreaterThanOrEqual(2_000)
    expect(fifth - before).toBeGreaterThanOrEqual(4_000)
    expect(runs.every((run) => stepOf(run, 'get').attempt === 1)).toBe(true)
  })

  it('counts tries as it does calls, and gives a step no more tries than it has', async () => {
    world.far.answer = (request, response) => {
      arrivals.push(Date.now())
      return answerJson({ message: 'down' }, 503)(request, response)
    }
    await changeConnection(world.owner, world.connection, { rate: { calls: 1, seconds: 2 } })
    const workflow = await reader({ tries: 3, backoff: { wait: 'PT1S', growth: 'same' } })
    const before = Date.now()
    const run = await ended(await world.start(workflow))
    expect(run.status).toBe('failed')
    expect(arrivals).toHaveLength(3)
    for (const [index, at] of arrivals.entries()) expect(at - before).toBeGreaterThanOrEqual(index * 2_000)
  })
})

describe('a service that says when to come again', () => {
  it('is not called before that, by the run it said so to or by any other', async () => {
    let refused = 0
    world.far.answer = (request, response) => {
      arrivals.push(Date.now())
      if (arrivals.length > 1) return answerJson({ fine: true })(request, response)
      refused = Date.now()
      return answerJson({ message: 'slow down' }, 429, { 'retry-after': '3' })(request, response)
    }
    const workflow = await reader({ tries: 3 })
    const first = await world.start(workflow)
    await world.until(first, () => refused > 0)
    await world.until(first, (run) => (stepOf(run, 'get').waitingFor ?? '').startsWith('try 2'))
    const second = await world.start(workflow)
    const held = await world.until(second, (run) => run.status === 'waiting')
    expect(held.waitingFor).toContain('asked for no calls')
    for (const id of [first, second]) expect((await ended(id)).status).toBe('succeeded')
    expect(arrivals).toHaveLength(3)
    for (const at of arrivals.slice(1)) expect(at - refused).toBeGreaterThanOrEqual(2_900)
  })
})
