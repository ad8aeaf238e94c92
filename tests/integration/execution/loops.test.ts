import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { listAudit } from '@/lib/services/audit/list-audit'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { getRun, getStepsOfItem } from '@/lib/services/runs/get-run'
import { resolveStep } from '@/lib/services/runs/resolve-step'
import { retryRun } from '@/lib/services/runs/retry-run'
import { waitForRun } from '@/lib/services/runs/watch/wait-for-run'
import { approveWaiting } from './support/approve-waiting'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let operator: Actor
beforeAll(async () => {
  world = await runWorld()
  operator = await world.member('operator')
})
afterAll(() => world.close())
beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = ({ path }, response) => answerJson({ path })({} as never, response)
})

const start = { id: 'start', type: 'trigger.form', config: { fields: [{ key: 'names', type: 'list' }] } }
const names = { from: 'start', path: ['names'] }

/** A read of `GET /{item}`. */
const read = (more: object = {}, path = '/{{ every.item }}') => ({
  id: 'read',
  type: 'action',
  action: 'http.request.get',
  connection: world.connection,
  input: { url: { text: `${world.far.url}${path}` } },
  ...more,
})
const send = (more: object = {}) => ({
  id: 'send',
  type: 'action',
  action: 'http.request.send',
  connection: world.connection,
  input: { method: { value: 'POST' }, url: { text: `${world.far.url}/{{ every.item }}` } },
  ...more,
})

const every = (nodes: unknown[], edges: [string, string][] = [], config: object = {}) => ({
  id: 'every',
  type: 'each',
  config: {
    items: names,
    body: { nodes, edges: edges.map(([from, to]) => ({ from, exit: 'out', to })) },
    ...config,
  },
})
const label = {
  id: 'label',
  type: 'set',
  config: { fields: [{ key: 'told', value: { text: '{{ every.index }}:{{ every.item }}' } }] },
}
const asked = () => world.far.requests.map(({ path }) => path).sort()

describe('for each', () => {
  it('does the body for every item and gathers the results in the order of the list', async () => {
    const workflow = await world.workflow({
      nodes: [
        start,
        every([read(), label], [['read', 'label']], {
          concurrency: 4,
          result: { from: 'label', path: ['told'] },
        }),
      ],
      edges: ['start>every'],
    })
    const run = await world.run(workflow, { names: ['a', 'b', 'c', 'd', 'e', 'f'] })
    expect(run.error).toBeNull()
    expect(run.output).toEqual(['0:a', '1:b', '2:c', '3:d', '4:e', '5:f'])
    expect(asked()).toEqual(['/a', '/b', '/c', '/d', '/e', '/f'])
    expect(stepOf(run, 'every').items?.map(({ index, status }) => `${index} ${status}`)).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => `${index} succeeded`),
    )
    const inside = await getStepsOfItem(world.owner, run.id, { item: 'every[3]' })
    expect(inside.items.map(({ path, status }) => `${path} ${status}`)).toEqual([
      'every[3].read succeeded',
      'every[3].label succeeded',
    ])
  })

  it('gives what the last step gave when nothing else is said, and an empty list for an empty list', async () => {
    const workflow = await world.workflow({ nodes: [start, every([label])], edges: ['start>every'] })
    expect((await world.run(workflow, { names: ['x'] })).output).toEqual([{ told: '0:x' }])
    expect((await world.run(workflow, { names: [] })).output).toEqual([])
  })

  it('refuses more than 1,000 items, and what is no list, with a sentence', async () => {
    const workflow = await world.workflow({ nodes: [start, every([label])], edges: ['start>every'] })
    const many = await world.run(workflow, { names: Array.from({ length: 1_001 }, (_, index) => `${index}`) })
    expect(many.error).toMatchObject({ code: 'too_large', path: 'every' })
    expect(many.error?.message).toContain('1001 items; 1000 are allowed')
    const wrong = await world.workflow({
      nodes: [start, every([label], [], { items: { value: 'text' } })],
      edges: ['start>every'],
    })
    expect((await world.run(wrong)).error).toMatchObject({ code: 'wrong_type', path: 'every' })
  })

  it('stops at a failed item and begins no further one', async () => {
    world.far.answer = ({ path }, response) =>
      answerJson({}, path === '/b' ? 404 : 200)({} as never, response)
    const workflow = await world.workflow({
      nodes: [start, every([read({ settings: { tries: 1 } })])],
      edges: ['start>every'],
    })
    const run = await world.run(workflow, { names: ['a', 'b', 'c'] })
    expect(run.status).toBe('failed')
    expect(run.error?.message).toMatch(/^Item 2 of 3: /)
    expect(stepOf(run, 'every').items?.map(({ status }) => status)).toEqual(['succeeded', 'failed'])
    expect(asked()).toEqual(['/a', '/b'])
  })

  it('goes on past failed items and notes them in their place', async () => {
    world.far.answer = ({ path }, response) =>
      answerJson({}, path === '/b' ? 404 : 200)({} as never, response)
    const workflow = await world.workflow({
      nodes: [
        start,
        every([read({ settings: { tries: 1 } })], [], {
          onError: 'continue',
          concurrency: 2,
          result: { from: 'read', path: ['status'] },
        }),
      ],
      edges: ['start>every'],
    })
    const run = await world.run(workflow, { names: ['a', 'b', 'c'] })
    expect(run.status).toBe('succeeded')
    expect(run.output).toEqual([200, { error: expect.objectContaining({ code: 'not_found' }) }, 200])
  })

  it('stands in another loop, and knows both items', async () => {
    const inner = {
      id: 'inner',
      type: 'each',
      config: {
        items: { value: [1, 2] },
        concurrency: 2,
        body: {
          nodes: [
            read({}, '/{{ every.item }}/{{ inner.item }}'),
            {
              id: 'pair',
              type: 'set',
              config: {
                fields: [{ key: 'at', value: { text: '{{ every.item }}{{ inner.item }}{{ inner.index }}' } }],
              },
            },
          ],
          edges: [{ from: 'read', exit: 'out', to: 'pair' }],
        },
        result: { from: 'pair', path: ['at'] },
      },
    }
    const workflow = await world.workflow({
      nodes: [start, every([inner], [], { concurrency: 2 })],
      edges: ['start>every'],
    })
    const run = await world.run(workflow, { names: ['a', 'b', 'c'] })
    expect(run.error).toBeNull()
    expect(run.output).toEqual([
      ['a10', 'a21'],
      ['b10', 'b21'],
      ['c10', 'c21'],
    ])
    expect(asked()).toEqual(['/a/1', '/a/2', '/b/1', '/b/2', '/c/1', '/c/2'])
    expect(stepOf(run, 'every[1].inner[0].read').status).toBe('succeeded')
  })

  it('waits for a decision in each item, side by side', async () => {
    const ask = { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }] } }
    const workflow = await world.workflow({
      nodes: [
        start,
        {
          ...every([ask, send()], []),
          config: {
            items: names,
            concurrency: 20,
            body: { nodes: [ask, send()], edges: [{ from: 'ask', exit: 'approved', to: 'send' }] },
          },
        },
      ],
      edges: ['start>every'],
    })
    const list = Array.from({ length: 20 }, (_, index) => `n${index}`)
    const id = await world.start(workflow, { names: list })
    const waiting = await world.until(
      id,
      (run) =>
        (run.steps.find(({ path }) => path === 'every')?.items ?? []).filter(
          ({ status }) => status === 'waiting',
        ).length === 20,
    )
    expect(waiting.status).toBe('waiting')
    const { items: open } = await listApprovals(operator, { status: ['pending'], limit: 100 })
    const mine = open.filter(({ runId }) => runId === id)
    // Each says for which item it asks.
    expect(mine.map(({ items }) => items[0]).sort((a = 0, b = 0) => a - b)).toEqual(list.map((_, at) => at))
    expect(await approveWaiting(operator, id)).toBe(20)
    const run = await waitForRun(world.owner, id, 30)
    expect(run.status).toBe('succeeded')
    expect(asked()).toEqual(list.map((name) => `/${name}`).sort())
    expect(run.effects.filter(({ status }) => status === 'confirmed')).toHaveLength(20)
  })

  it('is cancelled with its run: nothing further is begun', async () => {
    const pause = { id: 'pause', type: 'wait', config: { for: 'PT1H' } }
    const workflow = await world.workflow({
      nodes: [start, every([pause, read()], [['pause', 'read']], { concurrency: 3 })],
      edges: ['start>every'],
    })
    const id = await world.start(workflow, { names: ['a', 'b', 'c', 'd'] })
    await world.until(id, (run) => run.status === 'waiting')
    await cancelRun(world.owner, id)
    const run = await getRun(world.owner, id)
    expect(run.status).toBe('cancelled')
    expect(new Set(stepOf(run, 'every').items?.map(({ status }) => status))).toEqual(new Set(['cancelled']))
    expect(asked()).toEqual([])
    const { items } = await listAudit(world.owner, { action: 'run.cancel' })
    expect(items[0]?.subject).toEqual({ type: 'run', id, name: run.workflow.name })
  })

  it('is repeated without doing again what was done', async () => {
    let isDown = true
    world.far.answer = ({ path }, response) =>
      answerJson({}, isDown && path === '/b' ? 404 : 200)({} as never, response)
    const workflow = await world.workflow({
      nodes: [start, every([send({ settings: { tries: 1 } })])],
      edges: ['start>every'],
    })
    const failed = await world.run(workflow, { names: ['a', 'b', 'c'] })
    expect(failed.status).toBe('failed')
    isDown = false
    const { id } = await retryRun(world.owner, failed.id, { from: 'every' })
    expect((await waitForRun(world.owner, id, 30)).status).toBe('succeeded')
    expect(asked()).toEqual(['/a', '/b', '/b', '/c'])
  })

  it('is begun as a whole when a step inside of it is named', async () => {
    let isDown = true
    world.far.answer = ({ path }, response) =>
      answerJson({}, isDown && path === '/b' ? 404 : 200)({} as never, response)
    const workflow = await world.workflow({
      nodes: [start, every([send({ settings: { tries: 1 } }), label], [['send', 'label']])],
      edges: ['start>every'],
    })
    const failed = await world.run(workflow, { names: ['a', 'b'] })
    isDown = false
    for (const from of ['send', 'every[1].send']) {
      const { id } = await retryRun(world.owner, failed.id, { from })
      const run = await waitForRun(world.owner, id, 30)
      expect(run.error).toBeNull()
      expect(run.output).toEqual([{ told: '0:a' }, { told: '1:b' }])
    }
    expect(asked()).toEqual(['/a', '/b', '/b'])
    await expect(retryRun(world.owner, failed.id, { from: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('keeps what it gave when its run is repeated from a step after it', async () => {
    let isDown = true
    world.far.answer = ({ path }, response) =>
      answerJson({}, isDown && path === '/after' ? 404 : 200)({} as never, response)
    const after = {
      ...send({ settings: { tries: 1 } }),
      id: 'after',
      input: {
        method: { value: 'POST' },
        url: { value: `${world.far.url}/after` },
        body: { text: '{{ every[1] }}' },
      },
    }
    const workflow = await world.workflow({
      nodes: [
        start,
        every([send(), label], [['send', 'label']], { result: { from: 'label', path: ['told'] } }),
        after,
      ],
      edges: ['start>every', 'every>after'],
    })
    const failed = await world.run(workflow, { names: ['a', 'b'] })
    expect(failed.error).toMatchObject({ path: 'after' })
    isDown = false
    const { id } = await retryRun(world.owner, failed.id, { from: 'after' })
    const run = await waitForRun(world.owner, id, 30)
    expect(run.error).toBeNull()
    expect(asked()).toEqual(['/a', '/after', '/after', '/b'])
    expect(world.far.requests.at(-1)?.body).toBe('1:b')
    expect(stepOf(run, 'every')).toMatchObject({
      status: 'succeeded',
      attempt: 0,
      output: ['0:a', '1:b'],
      items: [],
    })
  })

  it('asks a person when an item failed, and tries only that one again', async () => {
    let isDown = true
    world.far.answer = ({ path }, response) =>
      answerJson({}, isDown && path === '/b' ? 404 : 200)({} as never, response)
    const workflow = await world.workflow({
      nodes: [start, { ...every([read({ settings: { tries: 1 } })]), settings: { onError: 'ask' } }],
      edges: ['start>every'],
    })
    const id = await world.start(workflow, { names: ['a', 'b', 'c'] })
    const waiting = await world.until(id, (run) => run.status === 'waiting')
    expect(stepOf(waiting, 'every').asks).toEqual(['again', 'skip', 'stop'])
    isDown = false
    await resolveStep(world.owner, id, 'every', { outcome: 'again' })
    const run = await waitForRun(world.owner, id, 30)
    expect(run.error).toBeNull()
    expect(run.status).toBe('succeeded')
    expect(asked()).toEqual(['/a', '/b', '/b', '/c'])
  })
})

describe('repeat', () => {
  const repeat = (config: object) => ({
    id: 'every',
    type: 'repeat',
    config: {
      body: { nodes: [read({}, '/{{ every.index }}')], edges: [] },
      until: { left: { from: 'read', path: ['body', 'done'] }, is: 'is_true' },
      ...config,
    },
  })

  it('goes round until the condition holds, and gives the last result', async () => {
    world.far.answer = ({ path }, response) =>
      answerJson({ done: path === '/2', path })({} as never, response)
    const workflow = await world.workflow({
      nodes: [start, repeat({ cap: 9, result: { from: 'read', path: ['body', 'path'] } })],
      edges: ['start>every'],
    })
    const run = await world.run(workflow)
    expect(run.error).toBeNull()
    expect(run.output).toBe('/2')
    expect(asked()).toEqual(['/0', '/1', '/2'])
  })

  it('fails when the condition never holds', async () => {
    world.far.answer = answerJson({ done: false })
    const workflow = await world.workflow({ nodes: [start, repeat({ cap: 3 })], edges: ['start>every'] })
    const run = await world.run(workflow)
    expect(run.error).toMatchObject({ code: 'limit_reached', path: 'every' })
    expect(asked()).toEqual(['/0', '/1', '/2'])
  })

  it('knows what the round before gave', async () => {
    const count = {
      id: 'count',
      type: 'set',
      config: { fields: [{ key: 'sum', value: { text: '{{ every.last.sum | default: 1 | times: 2 }}' } }] },
    }
    const workflow = await world.workflow({
      nodes: [
        start,
        {
          id: 'every',
          type: 'repeat',
          config: { body: { nodes: [count], edges: [] }, until: { cel: 'every.index == 4' }, cap: 9 },
        },
      ],
      edges: ['start>every'],
    })
    expect((await world.run(workflow)).output).toEqual({ sum: 32 })
  })
})
