import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runnerRuns } from '@/db/schema/runner'
import { runs } from '@/db/schema/runs'
import { triggers, workflows } from '@/db/schema/workflows'
import { answerWebhook } from '@/lib/services/http/answer-webhook'
import { getRun } from '@/lib/services/runs/get-run'
import { listRuns } from '@/lib/services/runs/list-runs'
import { carriedUnstored } from '@/lib/services/runs/start/carried-unstored'
import { startRun } from '@/lib/services/runs/start/start-run'
import { sweepRuns } from '@/lib/services/runs/sweep'
import { fireSchedules } from '@/lib/services/triggers/fire-schedules'
import { nextTick } from '@/lib/services/triggers/next-tick'
import { receiveWebhook } from '@/lib/services/triggers/receive-webhook'
import { syncTriggers } from '@/lib/services/triggers/sync-triggers'
import { createWorkflow } from '@/lib/services/workflows/create-workflow'
import { pauseWorkflow, resumeWorkflow } from '@/lib/services/workflows/operate-workflow'
import { publishWorkflow } from '@/lib/services/workflows/publish-workflow'
import { documentOf, type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())

const echo = {
  id: 'echo',
  type: 'set',
  config: { fields: [{ key: 'said', value: { from: 'hook', path: ['body', 'said'] } }] },
}
const hook = (answer = 'accepted') => ({ id: 'hook', type: 'trigger.webhook', config: { answer } })

async function published(parts: Parameters<typeof documentOf>[0]) {
  const made = await createWorkflow(world.owner, { name: 'Listens', document: documentOf(parts) })
  const id = made.id as never
  await publishWorkflow(world.owner, id, {})
  return id
}

async function rowOf(workflowId: string) {
  const [row] = await world.database.db
    .select()
    .from(triggers)
    .where(eq(triggers.workflowId, workflowId as never))
  if (!row) throw new Error('no trigger')
  return row
}

const call = (body: unknown, headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/hooks/x?from=test', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer secret', ...headers },
    body: JSON.stringify(body),
  })

describe('a webhook', () => {
  it('is answered once the run is stored, and brings what was sent without what proves who called', async () => {
    const workflow = await published({ nodes: [hook(), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    const { status, body } = await receiveWebhook(token ?? '', call({ said: 'hello' }))
    expect(status).toBe(202)
    const { id } = body as { id: string }
    const run = await world.until(id, (one) => one.status === 'succeeded')
    expect(run).toMatchObject({ startedVia: 'webhook', startedBy: null })
    expect(stepOf(run, 'echo').output).toEqual({ said: 'hello' })
    expect(stepOf(run, 'hook').output).toMatchObject({ method: 'POST', query: { from: 'test' } })
    expect(JSON.stringify(run)).not.toContain('Bearer secret')
  })

  it('starts one run for one delivery, however often and at once it comes', async () => {
    const workflow = await published({ nodes: [hook(), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        receiveWebhook(token ?? '', call({ said: 'once' }, { 'x-github-delivery': 'd-1' })),
      ),
    )
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1)
    expect((await listRuns(world.owner, { workflow })).items).toHaveLength(1)
  })

  it('is answered by a run that is stored first, when one of its version may have ended a process', async () => {
    const workflow = await published({ nodes: [hook('result'), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    const countCarried = () => world.database.db.$count(runnerRuns)
    await receiveWebhook(token ?? '', call({ said: 'whole' }))
    const before = await countCarried()
    const [version] = await world.database.db
      .select({ id: workflows.liveVersionId })
      .from(workflows)
      .where(eq(workflows.id, workflow))
    if (version?.id) carriedUnstored().begin(version.id)
    // As in the process that comes after a kill.
    Reflect.deleteProperty(globalThis, 'handrailCarriedUnstored')
    const answer = await receiveWebhook(token ?? '', call({ said: 'stored' }))
    expect(answer).toMatchObject({ status: 200, body: { said: 'stored' } })
    expect(await countCarried()).toBe(before + 1)
  })

  it('can answer with what the run gave', async () => {
    const workflow = await published({ nodes: [hook('result'), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    expect(await receiveWebhook(token ?? '', call({ said: 'back' }))).toMatchObject({
      status: 200,
      body: { said: 'back' },
    })
    expect(await receiveWebhook(token ?? '', call({}))).toMatchObject({
      status: 500,
      body: { status: 'failed' },
    })
  })

  it('answers with what a step says, and the run goes on after that', async () => {
    const workflow = await published({
      nodes: [
        hook('result'),
        {
          id: 'reply',
          type: 'respond',
          config: {
            status: 201,
            headers: { 'X-Seen': { text: '{{ hook.body.said }}' } },
            body: { from: 'hook', path: ['body'] },
          },
        },
        { id: 'pause', type: 'wait', config: { for: 'PT1S' } },
        { ...echo, id: 'late' },
      ],
      edges: ['hook>reply', 'reply>pause', 'pause>late'],
    })
    const { token } = await rowOf(workflow)
    expect(await receiveWebhook(token ?? '', call({ said: 'first' }))).toEqual({
      status: 201,
      headers: { 'x-seen': 'first' },
      body: { said: 'first' },
    })
    const [{ id } = { id: '' }] = (await listRuns(world.owner, { workflow })).items
    expect((await getRun(world.owner, id)).status).not.toBe('succeeded')
    await world.until(id, (run) => run.status === 'succeeded' && stepOf(run, 'late').status === 'succeeded')
  })

  it('keeps the status, headers and text of an answer, and lets it set no cookie of ours', async () => {
    const answering = (headers: Record<string, unknown>) =>
      published({
        nodes: [
          hook('result'),
          {
            id: 'reply',
            type: 'respond',
            config: { status: 418, headers, body: { text: '<b>{{ hook.body.said }}</b>' } },
          },
        ],
        edges: ['hook>reply'],
      })
    const { token } = await rowOf(await answering({ 'Content-Type': { value: 'text/html' } }))
    const { status, headers, body } = await answerWebhook(token ?? '', call({ said: 'Ada' }))
    expect([status, headers['content-type'], body]).toEqual([418, 'text/html', '<b>Ada</b>'])
    expect(headers['content-security-policy']).toContain('sandbox')
    await expect(answering({ 'Set-Cookie': { value: 'session=mine' } })).rejects.toThrow()
  })

  it('stores a run that touches nothing outside whole, in one commit, and one delivery once', async () => {
    const workflow = await published({ nodes: [hook('result'), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    const large = 'x'.repeat(200_000)
    const sent = { said: large, 'webhook-id': 'one' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => receiveWebhook(token ?? '', call(sent, { 'webhook-id': 'one' }))),
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 5 }, () => [200, { said: large }]),
    )
    const { items } = await listRuns(world.owner, { workflow })
    expect(items).toMatchObject([{ status: 'succeeded', startedVia: 'webhook' }])
    const run = await getRun(world.owner, items[0]?.id ?? '')
    expect(run).toMatchObject({ input: { body: { said: large } }, revision: 1 })
    expect(run.steps.map(({ path, status }) => [path, status])).toEqual([
      ['hook', 'succeeded'],
      ['echo', 'succeeded'],
    ])
    const [kept] = await world.database.sql`
      select count(*)::int as artifacts from artifacts where run_id = ${run.id}`
    // What was sent, and what the last step and so the run gave: each once.
    expect(kept).toEqual({ artifacts: 2 })
    const [told] = await world.database.sql`
      select count(*)::int as events from runner_events where id = ${run.id}`
    expect(told).toEqual({ events: 0 })
  })

  it('tells the caller that the run goes on when it takes longer than the caller is kept', async () => {
    const kept = { ...hook('result'), config: { answer: 'result', within: 'PT1S' } }
    const workflow = await published({
      nodes: [kept, { id: 'pause', type: 'wait', config: { for: 'PT1H' } }],
      edges: ['hook>pause'],
    })
    const { token } = await rowOf(workflow)
    expect(await receiveWebhook(token ?? '', call({}))).toMatchObject({
      status: 202,
      body: { id: expect.stringMatching(/^run_/) },
    })
  })

  it('keeps its address while it is published again, and is not there while it is switched off', async () => {
    const workflow = await published({ nodes: [hook(), echo], edges: ['hook>echo'] })
    const { token } = await rowOf(workflow)
    await publishWorkflow(world.owner, workflow, {})
    await pauseWorkflow(world.owner, workflow)
    await expect(receiveWebhook(token ?? '', call({}))).rejects.toMatchObject({ code: 'not_found' })
    await resumeWorkflow(world.owner, workflow)
    expect((await rowOf(workflow)).token).toBe(token)
    expect((await receiveWebhook(token ?? '', call({ said: 'x' }))).status).toBe(202)
    await expect(receiveWebhook('unknown-address-of-nobody', call({}))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(receiveWebhook(token ?? '', call({ said: 'x'.repeat(11_000_000) }))).rejects.toMatchObject({
      code: 'too_large',
    })
  })
})

describe('a schedule', () => {
  it('whose document is not known here fails as its run, and keeps no other from its tick', async () => {
    const daily = { id: 'daily', type: 'trigger.schedule', config: { cron: '0 9 * * *', zone: 'UTC' } }
    const strange = await published({ nodes: [daily], edges: [] })
    const other = await published({ nodes: [daily], edges: [] })
    await world.database.sql`
      update workflow_versions set document = '{"schema":99}' where workflow_id = ${strange}`
    for (const [id, seconds] of [
      [strange, 20],
      [other, 10],
    ] as const) {
      await world.database.sql`
        update triggers set next_at = now() - ${seconds}::int * interval '1 second' where workflow_id = ${id}`
    }
    await fireSchedules()
    const [failed] = (await listRuns(world.owner, { workflow: strange })).items
    const ended = await world.until(failed?.id ?? '', ({ status }) => status === 'failed')
    expect(ended.error).toMatchObject({ code: 'invalid_document' })
    const [fine] = (await listRuns(world.owner, { workflow: other })).items
    await world.until(fine?.id ?? '', ({ status }) => status === 'succeeded')
    await expect(startRun(world.owner, strange, {})).rejects.toMatchObject({ code: 'invalid_document' })
    await pauseWorkflow(world.owner, strange)
    await pauseWorkflow(world.owner, other)
  })

  it('fires once for all the ticks that were missed, and once however many processes look', async () => {
    const workflow = await published({
      nodes: [
        { id: 'daily', type: 'trigger.schedule', config: { cron: '0 9 * * *', zone: 'Europe/Berlin' } },
      ],
      edges: [],
    })
    const before = await rowOf(workflow)
    expect(before.nextAt?.getTime()).toBeGreaterThan(Date.now())
    const missed = new Date(Date.now() - 3 * 24 * 3_600_000)
    await world.database.db.update(triggers).set({ nextAt: missed }).where(eq(triggers.id, before.id))
    await Promise.all(Array.from({ length: 5 }, () => fireSchedules()))
    await world.until(
      (await listRuns(world.owner, { workflow })).items[0]?.id ?? '',
      (run) => run.status === 'succeeded',
    )
    const { items } = await listRuns(world.owner, { workflow })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ startedVia: 'schedule' })
    expect(await getRun(world.owner, items[0]?.id ?? '')).toMatchObject({
      input: { at: missed.toISOString() },
    })
    expect((await rowOf(workflow)).nextAt).toEqual(before.nextAt)
    await world.database.db.transaction((tx) =>
      syncTriggers(tx, { workspaceId: world.owner.workspaceId, workflowId: workflow }),
    )
    expect((await rowOf(workflow)).nextAt).toEqual(before.nextAt)
  })

  const missedFor = async (missed: string, count: number) => {
    // Half a day from now: no tick is near while the test runs.
    const hour = (new Date().getUTCHours() + 12) % 24
    const config = { cron: `0 ${hour} * * *`, zone: 'UTC', missed }
    const workflow = await published({
      nodes: [{ id: 'daily', type: 'trigger.schedule', config }],
      edges: [],
    })
    const row = await rowOf(workflow)
    const next = row.nextAt?.getTime() ?? 0
    const oldest = new Date(next - count * 24 * 3_600_000)
    const rewind = () =>
      world.database.db.update(triggers).set({ nextAt: oldest }).where(eq(triggers.id, row.id))
    await rewind()
    await Promise.all([fireSchedules(), fireSchedules()])
    const runsOf = async () => (await listRuns(world.owner, { workflow })).items
    return { workflow, next, rewind, runsOf }
  }

  it('makes up for each tick that was missed, once, when it is asked to', async () => {
    const { workflow, next, rewind, runsOf } = await missedFor('all', 3)
    const planned = await Promise.all(
      (await runsOf()).map(async ({ id }) => (await getRun(world.owner, id)).input),
    )
    const days = [1, 2, 3].map((day) => ({ at: new Date(next - day * 24 * 3_600_000).toISOString() }))
    expect(planned).toHaveLength(3)
    expect(planned).toEqual(expect.arrayContaining(days))
    expect((await rowOf(workflow)).nextAt?.getTime()).toBe(next)
    // The same ticks once more, as after a clock that was set back: their runs are there.
    await rewind()
    await fireSchedules()
    expect(await runsOf()).toHaveLength(3)
  })

  it('leaves missed ticks out when it is asked to', async () => {
    const { workflow, next, runsOf } = await missedFor('skip', 3)
    expect((await rowOf(workflow)).nextAt?.getTime()).toBe(next)
    expect(await runsOf()).toHaveLength(0)
  })

  it('follows the clocks of its zone when they change', () => {
    const berlin = { cron: '30 2 * * *', zone: 'Europe/Berlin' }
    const ticks = (from: string, count: number) => {
      const found: string[] = []
      for (let at = new Date(from); found.length < count; ) {
        const next = nextTick(berlin, at)
        if (!next) break
        found.push(next.toISOString())
        at = next
      }
      return found
    }
    // 2:30 does not exist on 29 March 2026 (the gap ends at 3:00), and comes twice on 25 October.
    expect(ticks('2026-03-27T12:00:00Z', 3)).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ])
    expect(ticks('2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'])
  })
})

describe('a stored run', () => {
  it('is told to the runtime later when its process ended in between', async () => {
    const workflow = await world.workflow({
      nodes: [{ id: 'start', type: 'trigger.form', config: { fields: [] } }],
      edges: [],
    })
    const { carrier, setCarrier } = await import('@/lib/services/runs/start/carrier')
    const runtime = carrier()
    setCarrier(undefined)
    const id = await world.start(workflow)
    await world.database.db
      .update(runs)
      .set({ admittedAt: new Date(Date.now() - 10_000) })
      .where(and(eq(runs.id, id as never)))
    expect((await getRun(world.owner, id)).status).toBe('queued')
    setCarrier(runtime)
    await sweepRuns()
    await world.until(id, (run) => run.status === 'succeeded')
  })
})
