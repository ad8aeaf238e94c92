import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { getRun } from '@/lib/services/runs/get-run'
import { approveWaiting } from './support/approve-waiting'
import { startEngineProcess } from './support/engine-process'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let operator: Actor
beforeAll(async () => {
  world = await runWorld({ engine: false })
  operator = await world.member('operator')
})
afterAll(() => world.close())
beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = answerJson({ fine: true })
})

const start = { id: 'start', type: 'trigger.form', config: { fields: [{ key: 'numbers', type: 'list' }] } }
const send = (id: string, path: string) => ({
  id,
  type: 'action',
  action: 'http.request.send',
  connection: world.connection,
  input: {
    method: { value: 'POST' },
    url: { text: `${world.far.url}${path}` },
    honours_key: { value: true },
  },
})
/** A change outside counts once, however often it was asked for: it is known by its key. */
const changes = () =>
  new Set(world.far.requests.map(({ path, headers }) => `${path} ${headers['idempotency-key']}`)).size

/** Resolves once the far side has been asked so often, and leaves that call without an answer. */
function afterRequests(count: number): Promise<void> {
  return new Promise((resolve) => {
    world.far.answer = (request, response) => {
      if (world.far.requests.length >= count) return resolve()
      answerJson({ fine: true })(request, response)
    }
  })
}

async function killedAndFinished(runId: string, kills: readonly number[]) {
  for (const count of kills) {
    const reached = afterRequests(count)
    const engine = await startEngineProcess(world.database.url)
    await reached
    await engine.kill()
  }
  world.far.answer = answerJson({ fine: true })
  const engine = await startEngineProcess(world.database.url)
  const run = await world.until(runId, ({ status }) => status === 'succeeded' || status === 'failed', 120_000)
  await engine.kill()
  return run
}

describe('killed in the middle and finished right', () => {
  it('a loop over 120 items of three steps', async () => {
    const list = Array.from({ length: 120 }, (_, index) => index)
    const workflow = await world.workflow({
      nodes: [
        start,
        {
          id: 'every',
          type: 'each',
          config: {
            items: { from: 'start', path: ['numbers'] },
            concurrency: 8,
            body: {
              nodes: [
                {
                  id: 'label',
                  type: 'set',
                  config: { fields: [{ key: 'n', value: { text: 'n{{ every.item }}' } }] },
                },
                send('one', '/first/{{ label.n }}'),
                send('two', '/second/{{ label.n }}'),
              ],
              edges: [
                { from: 'label', exit: 'out', to: 'one' },
                { from: 'one', exit: 'out', to: 'two' },
              ],
            },
            result: { from: 'label', path: ['n'] },
          },
        },
      ],
      edges: ['start>every'],
    })
    const run = await killedAndFinished(await world.start(workflow, { numbers: list }), [40, 140])
    expect(run.error).toBeNull()
    expect(run.output).toEqual(list.map((n) => `n${n}`))
    expect(new Set(stepOf(run, 'every').items?.map(({ status }) => status))).toEqual(new Set(['succeeded']))
    expect(changes()).toBe(240)
    expect(new Set(world.far.requests.map(({ path }) => path)).size).toBe(240)
  }, 180_000)

  it('an approval in a loop over 20 items', async () => {
    const list = Array.from({ length: 20 }, (_, index) => index)
    const workflow = await world.workflow({
      nodes: [
        start,
        {
          id: 'every',
          type: 'each',
          config: {
            items: { from: 'start', path: ['numbers'] },
            concurrency: 20,
            body: {
              nodes: [
                { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }] } },
                send('tell', '/tell/{{ every.item }}'),
              ],
              edges: [{ from: 'ask', exit: 'approved', to: 'tell' }],
            },
          },
        },
      ],
      edges: ['start>every'],
    })
    const id = await world.start(workflow, { numbers: list })
    const first = await startEngineProcess(world.database.url)
    await world.until(
      id,
      (run) =>
        run.steps.find(({ path }) => path === 'every')?.items?.filter((item) => item.status === 'waiting')
          .length === 20,
    )
    await first.kill()
    expect(await approveWaiting(operator, id)).toBe(20)
    const run = await killedAndFinished(id, [7])
    expect(run.error).toBeNull()
    expect(changes()).toBe(20)
    expect(run.effects.filter(({ status }) => status === 'confirmed')).toHaveLength(20)
  }, 180_000)

  it('a workflow called three deep', async () => {
    const called = { id: 'start', type: 'trigger.workflow', config: { fields: [] } }
    const call = (workflow: string) => ({ id: 'other', type: 'workflow', config: { workflow, input: {} } })
    const deep = await world.workflow({
      nodes: [called, send('a', '/deep/a'), send('b', '/deep/b')],
      edges: ['start>a', 'a>b'],
    })
    const middle = await world.workflow({
      nodes: [called, send('a', '/middle/a'), call(deep), send('b', '/middle/b')],
      edges: ['start>a', 'a>other', 'other>b'],
    })
    const outer = await world.workflow({
      nodes: [start, call(middle), send('b', '/outer/b')],
      edges: ['start>other', 'other>b'],
    })
    const run = await killedAndFinished(await world.start(outer, { numbers: [] }), [1, 3, 5])
    expect(run.error).toBeNull()
    expect(run.status).toBe('succeeded')
    expect(changes()).toBe(5)
    const middleRun = await getRun(world.owner, stepOf(run, 'other').called?.runId ?? '')
    expect(middleRun.status).toBe('succeeded')
    expect(stepOf(middleRun, 'other').called?.status).toBe('succeeded')
  }, 180_000)
})
