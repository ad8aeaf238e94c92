import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connections } from '@/db/schema/connections'
import { changeConnection } from '@/lib/services/connections/change-connection'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { deleteRun } from '@/lib/services/runs/delete-run'
import { getArtifact } from '@/lib/services/runs/get-artifact'
import { getRun } from '@/lib/services/runs/get-run'
import { listRuns } from '@/lib/services/runs/list-runs'
import { retryRun } from '@/lib/services/runs/retry-run'
import { stepSamples } from '@/lib/services/runs/step-samples'
import { testStep } from '@/lib/services/runs/test-step'
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

const form = (...fields: unknown[]) => ({ id: 'start', type: 'trigger.form', config: { fields } })
const get = (id: string, path: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'action',
  action: 'http.request.get',
  connection: world.connection,
  input: { url: { text: `${world.far.url}${path}` } },
  ...more,
})

describe('a run', () => {
  it('goes through actions and the branch that a condition takes, and tells each step', async () => {
    world.far.answer = ({ path }, response) => answerJson({ path, level: 'high' })({} as never, response)
    const workflow = await world.workflow({
      nodes: [
        form({ key: 'number', label: 'Issue number', type: 'number', required: true }),
        get('issue', '/issues/{{ start.number }}'),
        {
          id: 'urgent',
          type: 'condition',
          config: {
            branches: [
              {
                exit: 'high',
                when: {
                  left: { from: 'issue', path: ['body', 'level'] },
                  is: 'equals',
                  right: { value: 'high' },
                },
              },
            ],
            otherwise: 'low',
          },
        },
        get('tell', '/tell'),
        get('file', '/file'),
      ],
      edges: ['start>issue', 'issue>urgent', 'urgent:high>tell', 'urgent:low>file'],
    })
    const run = await world.run(workflow, { number: 7 })
    expect(run.error).toBeNull()
    expect(run.status).toBe('succeeded')
    expect(run.steps.map(({ path, status, exit }) => [path, status, exit])).toEqual([
      ['start', 'succeeded', 'out'],
      ['issue', 'succeeded', 'out'],
      ['urgent', 'succeeded', 'high'],
      ['tell', 'succeeded', 'out'],
      ['file', 'skipped', null],
    ])
    expect(stepOf(run, 'issue').input).toEqual({ url: `${world.far.url}/issues/7` })
    expect(world.far.requests.map(({ path }) => path)).toEqual(['/issues/7', '/tell'])
    expect(world.far.requests[0]?.headers.authorization).toBe('Bearer far-secret')
    expect(JSON.stringify(run)).not.toContain('far-secret')
  })

  it('refuses input that does not fit the form, saying what is wrong with each field', async () => {
    const workflow = await world.workflow({
      nodes: [form({ key: 'number', label: 'Issue number', type: 'number', required: true })],
      edges: [],
    })
    await expect(world.start(workflow, { number: 'many', colour: 'red' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'input.number',
      message: 'Issue number: write a number. colour: the form has no such field.',
    })
  })
})

describe('a step that fails', () => {
  // What one asked for is honoured by all that use the connection.
  beforeEach(async () => {
    await world.database.db.update(connections).set({ heldUntil: null })
  })

  const failing = (settings: Record<string, unknown> = {}) =>
    world.workflow({
      nodes: [
        form(),
        get('read', '/thing', { name: 'Read the thing', settings: { tries: 1, ...settings } }),
        get('then', '/then'),
        {
          id: 'mend',
          type: 'set',
          config: { fields: [{ key: 'why', value: { from: 'read', path: ['code'] } }] },
        },
      ],
      edges: ['start>read', 'read>then', ...(settings.onError === 'exit' ? ['read:error>mend'] : [])],
    })

  it.each([
    ['403', answerJson({}, 403), 'missing_scope'],
    ['429', answerJson({}, 429, { 'retry-after': '120' }), 'rate_limited'],
    ['500', answerJson({}, 500), 'service_failed'],
    ['nothing', (_: unknown, response: { destroy(): void }) => void response.destroy(), 'unreachable'],
  ])('says so at its node when the far side answers %s', async (_, answer, code) => {
    world.far.answer = answer
    const run = await world.run(await failing())
    expect(run.status).toBe('failed')
    expect(run.error).toMatchObject({ path: 'read', code })
    expect(run.error?.message.length).toBeGreaterThan(20)
    expect(stepOf(run, 'read')).toMatchObject({ status: 'failed', error: { code } })
    expect(run.steps.some(({ path, status }) => path === 'then' && status !== 'skipped')).toBe(false)
  })

  it('waits while its connection is refused, and goes on by itself when it has a new secret', async () => {
    world.far.answer = ({ headers }, response) =>
      answerJson({}, headers.authorization === 'Bearer far-secret' ? 200 : 401)({} as never, response)
    const replace = (token: string) =>
      changeConnection(world.owner, world.connection, { values: { token, hosts: world.far.host } })
    await replace('old-secret')
    const id = await world.start(await failing())
    const waiting = await world.until(id, ({ status }) => status === 'waiting')
    expect(waiting.waitingFor).toContain('its connection to be connected again')
    expect(waiting.waitingFor).toContain('Reconnect “Far side” in Connections.')
    await replace('far-secret')
    const run = await world.until(id, ({ endedAt }) => endedAt !== null)
    expect(run).toMatchObject({ status: 'succeeded', error: null })
  })

  it('names what was looked for and is not there', async () => {
    world.far.answer = answerJson({ message: 'no' }, 404)
    const run = await world.run(await failing())
    expect(run.error).toMatchObject({ path: 'read', code: 'not_found' })
    expect(run.error?.message).toContain(`found nothing for “Read ${world.far.url}/thing”`)
  })

  it('marks the connection that has to be made anew', async () => {
    world.far.answer = answerJson({}, 401)
    const run = await world.run(await failing({ onError: 'exit' }))
    expect(stepOf(run, 'mend').output).toEqual({ why: 'reconnect' })
    const [row] = await world.database
      .sql`select status, status_message from connections where id = ${world.connection}`
    expect(row).toMatchObject({ status: 'reconnect', status_message: expect.stringContaining('Far side') })
    world.far.answer = answerJson({ fine: true })
    await world.run(await failing())
    expect(
      (await world.database.sql`select status from connections where id = ${world.connection}`)[0],
    ).toMatchObject({ status: 'ok' })
  })

  it('is tried again after what the far side asked for, and counts its attempts', async () => {
    let calls = 0
    world.far.answer = (request, response) => {
      calls += 1
      if (calls < 3) answerJson({}, 429, { 'retry-after': '1' })(request, response)
      else answerJson({ fine: true })(request, response)
    }
    const started = Date.now()
    const run = await world.run(await failing({ tries: 3 }))
    expect(run.status).toBe('succeeded')
    expect(Date.now() - started).toBeGreaterThan(1_900)
    expect(stepOf(run, 'read').attempt).toBe(3)
  })

  it('leaves by its error exit, with the reason as its output', async () => {
    world.far.answer = answerJson({}, 500)
    const run = await world.run(await failing({ onError: 'exit' }))
    expect(run.status).toBe('succeeded')
    expect(stepOf(run, 'mend').output).toEqual({ why: 'service_failed' })
    expect(stepOf(run, 'then').status).toBe('skipped')
  })

  it('names the field that a value is missing for', async () => {
    const workflow = await world.workflow({
      nodes: [
        form({ key: 'number', type: 'number' }),
        get('read', '/thing/{{ start.number }}', { name: 'Read it' }),
      ],
      edges: ['start>read'],
    })
    const run = await world.run(workflow)
    expect(run.error).toMatchObject({ code: 'missing_value', path: 'read', field: 'input.url' })
    expect(run.error?.message).toContain('Read it')
    expect(world.far.requests).toEqual([])
  })

  it('says which connection is gone', async () => {
    const workflow = await world.workflow({
      nodes: [form(), get('read', '/thing', { connection: 'con_0000000000000000000000gone' })],
      edges: ['start>read'],
    })
    const run = await world.run(workflow)
    expect(run.error).toMatchObject({ code: 'no_connection', path: 'read' })
  })

  it('gives up at its time limit', async () => {
    world.far.answer = () => {}
    const run = await world.run(await failing({ timeout: 'PT1S' }))
    expect(run.error).toMatchObject({ code: 'timed_out', path: 'read' })
  })
})

describe('branches', () => {
  it('run side by side and meet', async () => {
    world.far.answer = ({ path }, response) => answerJson({ path })({} as never, response)
    const workflow = await world.workflow({
      nodes: [
        form(),
        get('left', '/left'),
        get('right', '/right'),
        get('left_two', '/left-two'),
        {
          id: 'meet',
          type: 'set',
          config: {
            fields: [
              { key: 'l', value: { from: 'left_two', path: ['body', 'path'] } },
              { key: 'r', value: { from: 'right', path: ['body', 'path'] } },
            ],
          },
        },
        get('last', '/last/{{ meet.l }}'),
      ],
      edges: ['start>left', 'start>right', 'left>left_two', 'left_two>meet', 'right>meet', 'meet>last'],
    })
    const run = await world.run(workflow)
    expect(run.error).toBeNull()
    expect(stepOf(run, 'meet').output).toEqual({ l: '/left-two', r: '/right' })
    expect(world.far.requests.filter(({ path }) => path.startsWith('/last'))).toHaveLength(1)
    expect(run.steps.every(({ attempt }) => attempt === 1)).toBe(true)
  })
})

describe('what a run holds', () => {
  it('keeps large outputs as artifacts that later steps still read', async () => {
    const text = 'x'.repeat(200_000)
    world.far.answer = answerJson({ text, tail: 'end\u0000' })
    const workflow = await world.workflow({
      nodes: [
        form(),
        get('big', '/big'),
        {
          id: 'short',
          type: 'set',
          config: { fields: [{ key: 'tail', value: { from: 'big', path: ['body', 'tail'] } }] },
        },
        { id: 'pause', type: 'wait', config: { for: 'PT1S' } },
        get('after', '/after/{{ short.tail }}'),
      ],
      edges: ['start>big', 'big>short', 'short>pause', 'pause>after'],
    })
    const run = await world.run(workflow)
    expect(run.error).toBeNull()
    const big = stepOf(run, 'big')
    expect(big.output).toBeNull()
    expect(big.artifact?.bytes).toBeGreaterThan(200_000)
    const artifact = await getArtifact(world.owner, big.artifact?.id ?? '')
    expect(JSON.parse(artifact.body.toString())).toMatchObject({ body: { text } })
    expect(stepOf(run, 'short').output).toMatchObject({ tail: expect.stringContaining('end') })
    expect(world.far.requests.at(-1)?.path).toContain('/after/end')
  })

  it('is refused beyond 16 MB with a sentence', async () => {
    world.far.answer = answerJson({ text: 'x'.repeat(6_000_000) })
    const names = ['a', 'b', 'c']
    const workflow = await world.workflow({
      nodes: [form(), ...names.map((name) => get(name, `/${name}`))],
      edges: ['start>a', 'a>b', 'b>c'],
    })
    const run = await world.run(workflow)
    expect(run.error).toMatchObject({ code: 'too_large', path: 'c' })
  })
})

describe('a run that is cancelled', () => {
  it('stops what it reads and starts nothing more', async () => {
    world.far.answer = () => {}
    const workflow = await world.workflow({
      nodes: [form(), get('slow', '/slow'), get('then', '/then')],
      edges: ['start>slow', 'slow>then'],
    })
    const runId = await world.start(workflow)
    await world.until(runId, () => world.far.requests.length === 1)
    await cancelRun(world.owner, runId)
    const run = await world.until(runId, ({ status }) => status === 'cancelled')
    expect(stepOf(run, 'slow').status).toBe('cancelled')
    await expect
      .poll(
        async () =>
          (
            await world.database
              .sql`select status from runner_runs where id = (select id from runner_runs order by id desc limit 1)`
          )[0]?.status,
      )
      .toBe('cancelled')
    expect(world.far.requests).toHaveLength(1)
  })
})

describe('a run that is repeated', () => {
  it('keeps what came before the step that it starts from', async () => {
    let isBroken = true
    world.far.answer = (request, response) =>
      answerJson({ path: request.path }, request.path === '/two' && isBroken ? 500 : 200)(request, response)
    const workflow = await world.workflow({
      nodes: [
        form(),
        get('one', '/one'),
        get('two', '/two', { settings: { tries: 1 } }),
        get('three', '/three'),
      ],
      edges: ['start>one', 'one>two', 'two>three'],
    })
    const failed = await world.run(workflow)
    expect(failed.error?.path).toBe('two')
    isBroken = false
    const { id } = await retryRun(world.owner, failed.id, { from: 'two' })
    const run = await world.until(id, ({ status }) => status === 'succeeded')
    expect(world.far.requests.map(({ path }) => path)).toEqual(['/one', '/two', '/two', '/three'])
    expect(run.steps.map(({ path, status }) => [path, status])).toEqual([
      ['start', 'succeeded'],
      ['one', 'succeeded'],
      ['two', 'succeeded'],
      ['three', 'succeeded'],
    ])
    await expect(retryRun(world.owner, id, { from: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is deleted with all its data, and only once it has ended', async () => {
    const workflow = await world.workflow({ nodes: [form(), get('one', '/one')], edges: ['start>one'] })
    const run = await world.run(workflow)
    await deleteRun(world.owner, run.id)
    await expect(getRun(world.owner, run.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(
      (await world.database.sql`select count(*)::int as n from steps where run_id = ${run.id}`)[0]?.n,
    ).toBe(0)
  })
})

describe('a test of one step', () => {
  it('runs that step alone on what earlier steps gave', async () => {
    world.far.answer = ({ path }, response) => answerJson({ path })({} as never, response)
    const workflow = await world.workflow({
      nodes: [
        form(),
        get('one', '/one'),
        get('two', '/two/{{ one.body.path }}'),
        {
          ...get('send', '/x'),
          action: 'http.request.send',
          input: { method: { value: 'POST' }, url: { value: `${world.far.url}/send` } },
        },
      ],
      edges: ['start>one', 'one>two', 'two>send'],
    })
    const untested = await testStep(world.owner, workflow, { node: 'two' })
    expect((await world.until(untested.runId, ({ status }) => status === 'failed')).error).toMatchObject({
      code: 'missing_value',
    })
    await world.run(workflow)
    expect(await stepSamples(world.owner, workflow)).toMatchObject({ one: { body: { path: '/one' } } })
    world.far.requests.length = 0
    const { runId } = await testStep(world.owner, workflow, { node: 'two' })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(world.far.requests.map(({ path }) => path)).toEqual(['/two//one'])
    expect(run).toMatchObject({ startedVia: 'test', version: { number: null } })
    const given = await testStep(world.owner, workflow, {
      node: 'two',
      input: { one: { body: { path: 'mine' } } },
    })
    await world.until(given.runId, ({ status }) => status === 'succeeded')
    expect(world.far.requests.at(-1)?.path).toBe('/two/mine')
    await expect(testStep(world.owner, workflow, { node: 'send' })).rejects.toMatchObject({
      code: 'conflict',
      field: 'confirm',
    })
    const sent = await testStep(world.owner, workflow, { node: 'send', confirm: true })
    expect((await world.until(sent.runId, ({ status }) => status === 'succeeded')).effects).toHaveLength(1)
  })
})

describe('lists of runs', () => {
  it('come in pages, by status, workflow, person and text', async () => {
    const workflow = await world.workflow({ nodes: [form()], edges: [] })
    const other = await world.member('operator')
    const mine = await Promise.all([world.run(workflow), world.run(workflow)])
    const theirs = await world.start(workflow, {}, other)
    await world.until(theirs, ({ status }) => status === 'succeeded')
    const first = await listRuns(world.owner, { workflow, limit: 2 })
    expect(first.items).toHaveLength(2)
    const second = await listRuns(world.owner, { workflow, limit: 2, cursor: first.next ?? '' })
    expect(second).toMatchObject({ items: [{ workflow: { id: workflow } }], next: null })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
    expect((await listRuns(world.owner, { person: other.userId })).items.map(({ id }) => id)).toEqual([
      theirs,
    ])
    expect((await listRuns(world.owner, { search: mine[0]?.id ?? '' })).items).toHaveLength(1)
    expect((await listRuns(world.owner, { workflow, status: ['failed'] })).items).toEqual([])
    const stranger = { ...world.owner, workspaceId: 'wsp_00000000000000000000000000' as never }
    expect((await listRuns(stranger, {})).items).toEqual([])
    await expect(getRun(stranger, theirs)).rejects.toMatchObject({ code: 'not_found' })
  })
})
