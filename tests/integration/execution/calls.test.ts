import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { getRun } from '@/lib/services/runs/get-run'
import { listRuns } from '@/lib/services/runs/list-runs'
import { retryRun } from '@/lib/services/runs/retry-run'
import { waitForRun } from '@/lib/services/runs/watch/wait-for-run'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = answerJson({ fine: true })
})

const start = { id: 'start', type: 'trigger.form', config: { fields: [] } }
const called = (output: object[] = []) => ({
  id: 'start',
  type: 'trigger.workflow',
  config: { fields: [{ key: 'name', type: 'text', required: true }], output },
})
const post = (path: string, more: object = {}) => ({
  id: 'post',
  type: 'action',
  action: 'http.request.send',
  connection: world.connection,
  input: { method: { value: 'POST' }, url: { text: `${world.far.url}${path}` } },
  ...more,
})
const call = (workflow: string, input: object = { name: { value: 'Ada' } }, more: object = {}) => ({
  id: 'other',
  type: 'workflow',
  config: { workflow, input },
  ...more,
})
const greet = {
  id: 'greet',
  type: 'set',
  config: { fields: [{ key: 'text', value: { text: 'Hello {{ start.name }}' } }] },
}
const asked = () => world.far.requests.map(({ path }) => path)

describe('calling a workflow', () => {
  it('runs it with the given input and takes what it promised', async () => {
    const inner = await world.workflow({
      nodes: [
        called([{ key: 'text', type: 'text', required: true }]),
        { ...greet, config: { fields: [...greet.config.fields, { key: 'more', value: { value: 1 } }] } },
      ],
      edges: ['start>greet'],
    })
    const outer = await world.workflow({ nodes: [start, call(inner)], edges: ['start>other'] })
    const run = await world.run(outer)
    expect(run.error).toBeNull()
    expect(run.output).toEqual({ text: 'Hello Ada' })
    const child = stepOf(run, 'other').called
    expect(child).toMatchObject({ status: 'succeeded', workflow: { id: inner } })
    const opened = await getRun(world.owner, child?.runId ?? '')
    expect(opened).toMatchObject({ startedVia: 'workflow', calledBy: { runId: run.id, step: 'other' } })
    const listed = await listRuns(world.owner, {})
    expect(listed.items.map(({ id }) => id)).not.toContain(opened.id)
    expect((await listRuns(world.owner, { workflow: inner })).items.map(({ id }) => id)).toEqual([opened.id])
  })

  it('fails when the other one fails, and says which and why', async () => {
    const inner = await world.workflow({
      nodes: [
        called(),
        { id: 'stop', type: 'stop', config: { status: 'failed', message: { text: 'No luck' } } },
      ],
      edges: ['start>stop'],
    })
    const outer = await world.workflow({ nodes: [start, call(inner)], edges: ['start>other'] })
    const run = await world.run(outer)
    expect(run.status).toBe('failed')
    expect(run.error?.message).toMatch(/failed: No luck/)
  })

  it('fails when the other one gives not what it promised, is switched off, or is gone', async () => {
    const inner = await world.workflow({
      nodes: [called([{ key: 'total', type: 'number', required: true }]), greet],
      edges: ['start>greet'],
    })
    const outer = await world.workflow({ nodes: [start, call(inner)], edges: ['start>other'] })
    expect((await world.run(outer)).error).toMatchObject({ code: 'invalid_input', path: 'other' })
    const nowhere = await world.workflow({
      nodes: [start, call('wfl_00000000000000000000000000')],
      edges: ['start>other'],
    })
    expect((await world.run(nowhere)).error).toMatchObject({ code: 'not_found', path: 'other' })
  })

  it('goes three deep, and cancelling reaches all of them', async () => {
    const deep = await world.workflow({
      nodes: [called(), { id: 'pause', type: 'wait', config: { for: 'PT1H' } }, post('/late')],
      edges: ['start>pause', 'pause>post'],
    })
    const middle = await world.workflow({ nodes: [called(), call(deep)], edges: ['start>other'] })
    const outer = await world.workflow({ nodes: [start, call(middle)], edges: ['start>other'] })
    const id = await world.start(outer)
    const runs = async () => {
      const top = await getRun(world.owner, id)
      const second = stepOf(top, 'other').called
      const inner = second ? await getRun(world.owner, second.runId) : undefined
      const third = inner?.steps.find(({ path }) => path === 'other')?.called
      return third && inner ? [top, inner, await getRun(world.owner, third.runId)] : []
    }
    await world.until(id, (run) => run.steps.some(({ called }) => called !== null))
    let tree = await runs()
    while (tree[2]?.status !== 'waiting') tree = await runs()
    await cancelRun(world.owner, id)
    expect((await runs()).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(asked()).toEqual([])
  })

  it('ends at ten deep when workflows call one another in a circle', async () => {
    const first = await world.workflow({ nodes: [called(), greet], edges: ['start>greet'] })
    const { workflows, workflowVersions } = await import('@/db/schema/workflows')
    const { eq } = await import('drizzle-orm')
    const [row] = await world.database.db.select().from(workflows).where(eq(workflows.id, first))
    // A circle that the check refuses, as two changes at once could leave it.
    await world.database.db
      .update(workflowVersions)
      .set({
        document: {
          schema: 1,
          nodes: [called(), call(first)] as never,
          edges: [{ from: 'start', exit: 'out', to: 'other' }],
        },
      })
      .where(eq(workflowVersions.id, row?.liveVersionId ?? ('' as never)))
    const outer = await world.workflow({ nodes: [start, call(first)], edges: ['start>other'] })
    const run = await world.run(outer)
    expect(run.status).toBe('failed')
    expect(run.error).toMatchObject({ code: 'limit_reached' })
    expect(run.error?.message).toContain('10 deep')
  })

  it('makes no change outside a second time when the calling run is repeated', async () => {
    let isDown = true
    world.far.answer = ({ path }, response) =>
      answerJson({}, isDown && path === '/second' ? 404 : 200)({} as never, response)
    const inner = await world.workflow({
      nodes: [called(), post('/first'), { ...post('/second', { settings: { tries: 1 } }), id: 'again' }],
      edges: ['start>post', 'post>again'],
    })
    const outer = await world.workflow({ nodes: [start, call(inner)], edges: ['start>other'] })
    const failed = await world.run(outer)
    expect(failed.status).toBe('failed')
    isDown = false
    const { id } = await retryRun(world.owner, failed.id)
    expect((await waitForRun(world.owner, id, 30)).status).toBe('succeeded')
    expect(asked()).toEqual(['/first', '/second', '/second'])
  })
})
