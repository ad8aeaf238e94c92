import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { effects } from '@/db/schema/runs'
import type { Repeat } from '@/lib/connectors/contract'
import { HandrailError } from '@/lib/core/errors'
import type { RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { EffectCall } from '@/lib/services/ledger/effect-call'
import { performEffect } from '@/lib/services/ledger/perform-effect'
import { type StepResolution as Resolution, resolveStep } from '@/lib/services/runs/resolve-step'
import { retryRun } from '@/lib/services/runs/retry-run'
import { createRun } from '@/lib/services/runs/start/create-run'
import type { Binding } from '@/lib/workflow/binding'
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

/** A far side that keeps what it was told, and a call to it through the ledger. */
async function callOf(repeat: Repeat, over: Partial<EffectCall> = {}) {
  const { workspaceId } = world.owner
  const workflow = await world.workflow({
    nodes: [{ id: 'start', type: 'trigger.form', config: { fields: [] } }],
    edges: [],
  })
  const [version] = await world.database
    .sql`select live_version_id as id from workflows where id = ${workflow}`
  const runId = newId<RunId>('run')
  await createRun({
    id: runId,
    workspaceId,
    workflowId: workflow,
    versionId: version?.id,
    practice: false,
    trigger: 'start',
    startedVia: 'api',
    input: {},
  })
  const done: string[] = []
  const call: EffectCall = {
    workspaceId,
    runId,
    originRunId: runId,
    path: 'send',
    action: 'far.thing.do',
    effect: 'irreversible',
    outward: true,
    repeat,
    connection: null,
    input: { text: 'hello' },
    preview: 'Do it',
    digest: 'd',
    lease: null,
    onUnknown: 'ask',
    isLastTry: false,
    send: async ({ key }) => {
      done.push(key)
      return { done: done.length }
    },
    lookup: async (): Promise<Json | null> => (done.length > 0 ? { done: done.length } : null),
    ...over,
  }
  return { call, done, rows: () => world.database.db.select().from(effects).where(eq(effects.runId, runId)) }
}

/** The process ended somewhere in the call: what was stored up to there stays, and nothing after it. */
class Killed extends Error {}
const killed = () => {
  throw new Killed()
}
const lost = new HandrailError({
  code: 'timed_out',
  who: 'operator',
  retry: 'unknown',
  message: 'It did not answer.',
})

/** An attempt that ends like a killed process: after the sending is noted, with or without the effect. */
async function killedWhileSending({ call, done }: Awaited<ReturnType<typeof callOf>>, happened: boolean) {
  const dies = performEffect({
    ...call,
    send: () =>
      new Promise(() => {
        if (happened) done.push('by the attempt that was killed')
      }),
  })
  dies.catch(() => {})
  await expect
    .poll(
      async () =>
        (await world.database.db.select().from(effects).where(eq(effects.runId, call.runId)))[0]?.status,
    )
    .toBe('sent')
}

describe('the ledger', () => {
  it('writes the intent before anything is sent, and the result after', async () => {
    const { call, done, rows } = await callOf('never')
    const seen: unknown[] = []
    const result = await performEffect({
      ...call,
      send: async (sending) => {
        seen.push((await rows()).map(({ status, input }) => [status, input]))
        return call.send(sending)
      },
    })
    expect(seen).toEqual([[['sent', { text: 'hello' }]]])
    expect(result).toEqual({ status: 'confirmed', output: { done: 1 }, earlier: false })
    expect(await rows()).toMatchObject([{ status: 'confirmed', output: { done: 1 }, generation: 0 }])
    expect(await performEffect(call)).toEqual({ status: 'confirmed', output: { done: 1 }, earlier: true })
    expect(done).toHaveLength(1)
  })

  it('sends what was intended and never sent', async () => {
    const { call, done } = await callOf('never')
    await expect(performEffect({ ...call, send: killed })).resolves.toMatchObject({ status: 'unknown' })
    const other = await callOf('never')
    await performEffect(other.call)
    await world.database.db
      .update(effects)
      .set({ status: 'intended', sentAt: null, settledAt: null, output: null })
      .where(eq(effects.runId, other.call.runId))
    other.done.length = 0
    expect(await performEffect(other.call)).toMatchObject({ status: 'confirmed' })
    expect(other.done).toHaveLength(1)
    expect(done).toEqual([])
  })

  it('leaves a call that may have happened and cannot be told apart to a person', async () => {
    const happened = await callOf('never')
    await killedWhileSending(happened, true)
    expect(await performEffect(happened.call)).toMatchObject({ status: 'unknown' })
    expect(await performEffect(happened.call)).toMatchObject({ status: 'unknown' })
    expect(happened.done).toHaveLength(1)
  })

  it('repeats it where the builder said so', async () => {
    const chosen = await callOf('never', { onUnknown: 'repeat' })
    await killedWhileSending(chosen, false)
    expect(await performEffect(chosen.call)).toMatchObject({ status: 'confirmed' })
    expect(chosen.done).toHaveLength(1)
  })

  it('repeats a keyed call under the same key', async () => {
    const keyed = await callOf('keyed')
    await killedWhileSending(keyed, true)
    expect(await performEffect(keyed.call)).toMatchObject({ status: 'confirmed' })
    expect(keyed.done.at(-1)).toBe(`${keyed.call.runId}/send/0`)
  })

  it('looks a call up, and sends it only when it surely is not there', async () => {
    const there = await callOf('lookup')
    await killedWhileSending(there, true)
    expect(await performEffect(there.call)).toMatchObject({ status: 'confirmed', output: { done: 1 } })
    expect(there.done).toHaveLength(1)
    const absent = await callOf('lookup')
    await killedWhileSending(absent, false)
    expect(await performEffect(absent.call)).toMatchObject({ status: 'confirmed' })
    expect(absent.done).toHaveLength(1)
  })

  it('treats an answer that was lost like a process that was', async () => {
    const { call, done } = await callOf('never', { send: async () => Promise.reject(lost) })
    expect(await performEffect(call)).toMatchObject({ status: 'unknown' })
    const keyed = await callOf('keyed', { send: async () => Promise.reject(lost) })
    await expect(performEffect(keyed.call)).rejects.toMatchObject({ retry: 'after' })
    expect(await performEffect({ ...keyed.call, isLastTry: true }).catch((error) => error)).toMatchObject({
      status: 'unknown',
    })
    expect(done).toEqual([])
  })

  it('lets one of two attempts send, and the one that comes late change nothing', async () => {
    const { call, done, rows } = await callOf('keyed')
    let wake = () => {}
    const zombie = performEffect({
      ...call,
      send: async (sending) => {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        return call.send(sending)
      },
    })
    await expect.poll(async () => (await rows())[0]?.status).toBe('sent')
    expect(await performEffect(call)).toMatchObject({ status: 'confirmed', output: { done: 1 } })
    wake()
    await expect(zombie).rejects.toMatchObject({ name: 'StaleAttempt' })
    expect(await rows()).toMatchObject([{ status: 'confirmed', output: { done: 1 } }])
    expect(new Set(done).size).toBe(1)
  })
})

describe('an outcome that nobody knows', () => {
  const sending = (value: Binding = { value: 1 }) =>
    world.workflow({
      nodes: [
        { id: 'start', type: 'trigger.form', config: { fields: [] } },
        {
          id: 'send',
          type: 'action',
          action: 'http.request.send',
          connection: world.connection,
          input: { method: { value: 'POST' }, url: { value: `${world.far.url}/send` } },
        },
        { id: 'after', type: 'set', config: { fields: [{ key: 'x', value }] } },
      ],
      edges: ['start>send', 'send>after'],
    })

  const broken = () => {
    world.far.answer = (_, response) => void response.destroy()
  }

  it('waits for a person, and goes on as they say', async () => {
    broken()
    const runId = await world.start(await sending())
    const waiting = await world.until(runId, (run) => run.status === 'waiting')
    expect(stepOf(waiting, 'send')).toMatchObject({
      status: 'unknown',
      waitingFor: expect.stringContaining('may or may not have happened'),
    })
    expect(waiting.effects).toMatchObject([{ status: 'unknown' }])
    await resolveStep(world.owner, runId, 'send', { outcome: 'happened' })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(run.effects).toMatchObject([{ status: 'confirmed' }])
    expect(world.far.requests).toHaveLength(1)
    await expect(resolveStep(world.owner, runId, 'send', { outcome: 'again' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('gives later steps what the person says that it gave', async () => {
    broken()
    const runId = await world.start(await sending({ from: 'send', path: ['status'] }))
    await world.until(runId, (run) => run.status === 'waiting')
    const answer = (output: Resolution['output']) =>
      resolveStep(world.owner, runId, 'send', { outcome: 'happened', output })
    await expect(answer({ status: 'fine' })).rejects.toMatchObject({
      field: 'output',
      message: expect.stringContaining('‘status’'),
    })
    await answer({ status: 201, ok: true, content_type: '', body: '', headers: {} })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(stepOf(run, 'after').output).toEqual({ x: 201 })
    expect(world.far.requests).toHaveLength(1)
  })

  it.each([
    ['a value of it', { from: 'send', path: ['status'] }],
    ['all of it', { from: 'send', path: [] }],
    ['a text with it', { text: 'Status {{ send.status }}' }],
    ['nothing but it as text', { text: '{{ send }}' }],
  ] as const)('fails the later step that uses %s when nobody said what it gave', async (_, value) => {
    broken()
    const runId = await world.start(await sending(value))
    await world.until(runId, (run) => run.status === 'waiting')
    await resolveStep(world.owner, runId, 'send', { outcome: 'happened' })
    const run = await world.until(runId, ({ status }) => status === 'failed')
    expect(stepOf(run, 'after').error).toMatchObject({
      code: 'missing_value',
      field: 'config.fields.0.value',
      message: expect.stringMatching(/"send/),
    })
  })

  it('is sent again under a key of its own when the person says so', async () => {
    broken()
    const runId = await world.start(await sending())
    await world.until(runId, (run) => run.status === 'waiting')
    world.far.answer = answerJson({ fine: true })
    await resolveStep(world.owner, runId, 'send', { outcome: 'again' })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(run.effects.map(({ status }) => status)).toEqual(['failed', 'confirmed'])
    expect(world.far.requests).toHaveLength(2)
  })

  it('is left out when the person says so, and what needs it is skipped', async () => {
    broken()
    const runId = await world.start(await sending())
    await world.until(runId, (run) => run.status === 'waiting')
    await resolveStep(world.owner, runId, 'send', { outcome: 'skip' })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(run.effects).toMatchObject([{ status: 'skipped' }])
    expect(stepOf(run, 'after').status).toBe('skipped')
  })

  it('is not sent a second time by a retry of its run once it was confirmed', async () => {
    const workflow = await sending()
    const first = await world.run(workflow)
    expect(first.status).toBe('succeeded')
    const { id } = await retryRun(world.owner, first.id)
    const second = await world.until(id, ({ status }) => status === 'succeeded')
    expect(world.far.requests).toHaveLength(1)
    expect(second.originRunId).toBe(first.id)
    expect(second.effects).toMatchObject([{ status: 'confirmed', stepPath: 'send' }])
  })
})
