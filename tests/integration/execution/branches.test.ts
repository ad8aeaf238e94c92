import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { resolveStep } from '@/lib/services/runs/resolve-step'
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
const get = (id: string, more: object = {}) => ({
  id,
  type: 'action',
  action: 'http.request.get',
  connection: world.connection,
  input: { url: { value: `${world.far.url}/${id}` } },
  ...more,
})
const asked = () => world.far.requests.map(({ path }) => path)
const first = { settings: { join: 'first' } }

describe('a join that goes on with the first', () => {
  it('does not wait for the slower branch, and calls its approval off', async () => {
    const workflow = await world.workflow({
      nodes: [
        start,
        { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }] } },
        get('late'),
        get('quick'),
        get('both', first),
        get('after'),
      ],
      edges: ['start>ask', 'ask:approved>late', 'late>both', 'start>quick', 'quick>both', 'both>after'],
    })
    const run = await world.run(workflow)
    expect(run.error).toBeNull()
    expect(asked()).toEqual(['/quick', '/both', '/after'])
    expect(['ask', 'late', 'quick', 'both'].map((path) => stepOf(run, path).status)).toEqual([
      'cancelled',
      'skipped',
      'succeeded',
      'succeeded',
    ])
    const { items } = await listApprovals(world.owner, { status: ['pending'] })
    expect(items.filter(({ runId }) => runId === run.id)).toEqual([])
  })

  it('calls off what a loop and another workflow do in the slower branch', async () => {
    const inner = await world.workflow({
      nodes: [
        { id: 'start', type: 'trigger.workflow', config: { fields: [] } },
        { id: 'pause', type: 'wait', config: { for: 'PT1H' } },
      ],
      edges: ['start>pause'],
    })
    const workflow = await world.workflow({
      nodes: [
        start,
        { id: 'other', type: 'workflow', config: { workflow: inner, input: {} } },
        {
          id: 'every',
          type: 'each',
          config: {
            items: { value: [1, 2] },
            concurrency: 2,
            body: { nodes: [{ id: 'rest', type: 'wait', config: { for: 'PT1H' } }], edges: [] },
          },
        },
        { id: 'moment', type: 'wait', config: { for: 'PT2S' } },
        get('both', first),
      ],
      edges: ['start>other', 'start>every', 'start>moment', 'other>both', 'every>both', 'moment>both'],
    })
    const run = await world.run(workflow)
    expect(run.error).toBeNull()
    expect(stepOf(run, 'other')).toMatchObject({ status: 'cancelled', called: { status: 'cancelled' } })
    expect(stepOf(run, 'every').status).toBe('cancelled')
    expect(stepOf(run, 'every').items?.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  })
})

describe('a step that asks a person when it fails', () => {
  const asking = async () =>
    world.workflow({
      nodes: [start, get('shaky', { settings: { onError: 'ask', tries: 1 } }), get('after')],
      edges: ['start>shaky', 'shaky>after'],
    })
  const waiting = async () => {
    world.far.answer = ({ path }, response) =>
      answerJson({}, path === '/shaky' ? 404 : 200)({} as never, response)
    const id = await world.start(await asking())
    const run = await world.until(id, ({ status }) => status === 'waiting')
    expect(run.waitingFor).toMatch(/^a person, because it failed: /)
    expect(stepOf(run, 'shaky').asks).toEqual(['again', 'skip', 'stop'])
    return id
  }

  it('goes on when it is tried again and succeeds', async () => {
    const id = await waiting()
    world.far.answer = answerJson({ fine: true })
    await resolveStep(world.owner, id, 'shaky', { outcome: 'again' })
    const run = await waitForRun(world.owner, id, 30)
    expect(run.status).toBe('succeeded')
    expect(asked()).toEqual(['/shaky', '/shaky', '/after'])
    expect(stepOf(run, 'shaky').attempt).toBe(2)
  })

  it('asks again when it fails again', async () => {
    const id = await waiting()
    await resolveStep(world.owner, id, 'shaky', { outcome: 'again' })
    await world.until(id, (run) => run.status === 'waiting' && stepOf(run, 'shaky').attempt === 2)
    await resolveStep(world.owner, id, 'shaky', { outcome: 'stop' })
    const run = await waitForRun(world.owner, id, 30)
    expect(run).toMatchObject({ status: 'failed', error: { code: 'not_found', path: 'shaky' } })
  })

  it('is left out with what follows it, when that is said', async () => {
    const id = await waiting()
    await resolveStep(world.owner, id, 'shaky', { outcome: 'skip' })
    const run = await waitForRun(world.owner, id, 30)
    expect(run.status).toBe('succeeded')
    expect([stepOf(run, 'shaky').status, stepOf(run, 'after').status]).toEqual(['skipped', 'skipped'])
    await expect(resolveStep(world.owner, id, 'shaky', { outcome: 'again' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
