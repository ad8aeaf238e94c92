import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { triggers } from '@/db/schema/workflows'
import { isId, type WorkflowId } from '@/lib/core/ids'
import { answerWebhook } from '@/lib/services/http/answer-webhook'
import { getRun } from '@/lib/services/runs/get-run'
import { listRuns } from '@/lib/services/runs/list-runs'
import { stepSamples } from '@/lib/services/runs/step-samples'
import { testStep } from '@/lib/services/runs/test-step'
import { getWebhook, listenAtWebhook, setWebhookSecret } from '@/lib/services/triggers/webhook-settings'
import { createWorkflow } from '@/lib/services/workflows/create-workflow'
import { publishWorkflow } from '@/lib/services/workflows/publish-workflow'
import { documentOf, type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())

const secret = 'a secret of sixteen and more'
const echo = {
  id: 'echo',
  type: 'set',
  config: { fields: [{ key: 'said', value: { from: 'hook', path: ['body', 'said'] } }] },
}

async function draft(config: object = {}): Promise<WorkflowId> {
  const hook = { id: 'hook', type: 'trigger.webhook', config }
  const document = documentOf({ nodes: [hook, echo], edges: ['hook>echo'] })
  const { id } = await createWorkflow(world.owner, { name: 'Listens', document })
  if (!isId<WorkflowId>('wfl', id)) throw new Error(`${id} is no id`)
  return id
}

async function live(config: object = {}, withSecret = false): Promise<WorkflowId> {
  const workflowId = await draft(config)
  if (withSecret) await setWebhookSecret(world.owner, { workflowId, node: 'hook' }, { secret })
  await publishWorkflow(world.owner, workflowId, {})
  return workflowId
}

const settings = (workflowId: WorkflowId) => getWebhook(world.owner, { workflowId, node: 'hook' })

async function call(
  workflowId: WorkflowId,
  body: string | undefined,
  { method = 'POST', ...headers }: Record<string, string> = {},
) {
  const { address } = await settings(workflowId)
  const response = await answerWebhook(
    address?.split('/').at(-1) ?? '',
    new Request(address ?? '', {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  )
  return { status: response.status, headers: response.headers, json: JSON.parse(response.body ?? 'null') }
}

const runsOf = async (workflowId: WorkflowId) => (await listRuns(world.owner, { workflow: workflowId })).items

describe('a webhook that asks for a proof', () => {
  it('takes what is signed over its bytes, and refuses everything else without a trace', async () => {
    const workflow = await live({ proof: { by: 'signature', style: 'github' } }, true)
    const body = '{ "said":  "signed" }'
    const sign = (text: string, key = secret) =>
      `sha256=${createHmac('sha256', key).update(text).digest('hex')}`
    const signed = await call(workflow, body, { 'x-hub-signature-256': sign(body) })
    expect(signed.status).toBe(202)
    const refused = [
      await call(workflow, body),
      await call(workflow, body, { 'x-hub-signature-256': sign(body, 'another secret, as long') }),
      await call(workflow, `${body} `, { 'x-hub-signature-256': sign(body) }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(await runsOf(workflow)).toHaveLength(1)
  })

  it('keeps the former secret good when it is replaced, and none once it is taken away', async () => {
    const workflow = await live({ proof: { by: 'header', header: 'X-Key' } }, true)
    const which = { workflowId: workflow, node: 'hook' }
    const next = 'the next secret, long enough'
    await setWebhookSecret(world.owner, which, { secret: next })
    const statuses = [
      (await call(workflow, '{}', { 'x-key': secret })).status,
      (await call(workflow, '{}', { 'x-key': next })).status,
    ]
    await setWebhookSecret(world.owner, which, { secret: null })
    statuses.push((await call(workflow, '{}', { 'x-key': next })).status)
    expect(statuses).toEqual([202, 202, 401])
    for (const { id } of await runsOf(workflow)) {
      expect(JSON.stringify(await getRun(world.owner, id))).not.toContain('secret,')
    }
  })

  it('is not published before it has a secret, and never shows it', async () => {
    const workflow = await draft({ proof: { by: 'header', header: 'X-Key' } })
    await expect(publishWorkflow(world.owner, workflow, {})).rejects.toMatchObject({
      code: 'invalid_document',
      issues: [{ node: 'hook', field: 'config.proof' }],
    })
    const view = await setWebhookSecret(world.owner, { workflowId: workflow, node: 'hook' }, { secret })
    expect(JSON.stringify(view)).not.toContain(secret)
    expect(view.hasSecret).toBe(true)
    await publishWorkflow(world.owner, workflow, {})
    expect((await settings(workflow)).address).toBe(view.address)
  })
})

describe('what a webhook takes', () => {
  it('are the methods and bodies that its builder chose', async () => {
    const workflow = await live({ methods: ['GET', 'PUT'], accepts: ['form'] })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answers = [
      await call(workflow, '{}'),
      await call(workflow, undefined, { method: 'GET' }),
      await call(workflow, '{}', { method: 'PUT' }),
      await call(workflow, 'said=hello&tag=a&tag=b', { method: 'PUT', ...form }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([405, 202, 415, 202])
    const run = await world.until(answers[3]?.json.id, (one) => one.status === 'succeeded')
    expect(stepOf(run, 'hook').output).toMatchObject({
      method: 'PUT',
      body: { said: 'hello', tag: ['a', 'b'] },
    })
  })

  it('reads a form of several parts, with its files by name', async () => {
    const workflow = await live()
    const form = new FormData()
    form.set('said', 'part')
    form.set('file', new File(['0123456789'], 'notes.txt', { type: 'text/plain' }))
    const { address } = await settings(workflow)
    const request = new Request(address ?? '', { method: 'POST', body: form })
    const response = await answerWebhook(address?.split('/').at(-1) ?? '', request)
    const { id } = JSON.parse(response.body ?? 'null')
    const run = await world.until(id, (one) => one.status === 'succeeded')
    expect(stepOf(run, 'hook').output).toMatchObject({
      body: { said: 'part', file: { name: 'notes.txt', type: 'text/plain', size: 10 } },
    })
  })

  it('is one delivery when the chosen value is the same', async () => {
    const workflow = await live({ key: { body: ['order', 'id'] } })
    const order = (id: unknown, said: string) => JSON.stringify({ order: { id }, said })
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => call(workflow, order(7, `time ${index}`))),
      call(workflow, order('7', 'text is another')),
      call(workflow, order(null, 'none')),
      call(workflow, order(null, 'none')),
    ])
    expect(answers.every(({ status }) => status === 202)).toBe(true)
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(4)
    expect(await runsOf(workflow)).toHaveLength(4)
  })

  it('is so many calls in a minute, and says when to come again', async () => {
    const workflow = await live({ rate: 3 })
    const statuses: number[] = []
    for (let count = 0; count < 3; count++) statuses.push((await call(workflow, '{}')).status)
    const late = await call(workflow, '{}')
    expect([...statuses, late.status]).toEqual([202, 202, 202, 429])
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(60)
    await world.database.db
      .update(triggers)
      .set({ windowAt: new Date(Date.now() - 61_000) })
      .where(eq(triggers.workflowId, workflow))
    expect((await call(workflow, '{}')).status).toBe(202)
  })
})

describe('a webhook that is waited at', () => {
  it('keeps the next call as the sample of its draft, and starts nothing', async () => {
    const workflow = await draft()
    expect((await settings(workflow)).address).toBeNull()
    const which = { workflowId: workflow, node: 'hook' }
    const listening = await listenAtWebhook(world.owner, which, { listen: true })
    expect(listening).toMatchObject({ sample: null })
    expect(listening.listeningUntil).not.toBeNull()
    const taken = await call(workflow, '{"said":"a sample"}', { authorization: 'Bearer hidden' })
    expect(taken).toMatchObject({ status: 202, json: { sample: true } })
    expect((await call(workflow, '{"said":"too late"}')).status).toBe(404)
    expect(await settings(workflow)).toMatchObject({
      listeningUntil: null,
      sample: { call: { method: 'POST', body: { said: 'a sample' } } },
    })
    const samples = await stepSamples(world.owner, workflow)
    expect(samples.hook).toMatchObject({ body: { said: 'a sample' } })
    expect(JSON.stringify(samples)).not.toContain('hidden')
    expect(await runsOf(workflow)).toHaveLength(0)
    const { runId } = await testStep(world.owner, workflow, { node: 'echo' })
    const run = await world.until(runId, (one) => one.status === 'succeeded')
    expect(stepOf(run, 'echo').output).toEqual({ said: 'a sample' })
  })

  it('starts its run as always when it is live', async () => {
    const workflow = await live()
    await listenAtWebhook(world.owner, { workflowId: workflow, node: 'hook' }, { listen: true })
    const { json } = await call(workflow, '{"said":"both"}')
    await world.until(json.id, (one) => one.status === 'succeeded')
    expect((await settings(workflow)).sample).toMatchObject({ call: { body: { said: 'both' } } })
  })
})
