import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { insertProvider, replacePrices } from '@/db/queries/providers'
import type { ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { seal } from '@/lib/services/secrets/seal'
import { answerJson, type FarAnswer } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let operator: Actor
/** What the model answers, turn by turn. */
let script: unknown[] = []

beforeAll(async () => {
  world = await runWorld()
  operator = await world.member('operator')
  const id = newId<ProviderId>('mdl')
  const { workspaceId } = world.owner
  await world.database.sql`delete from model_providers`
  await insertProvider(world.database.db, {
    id,
    workspaceId,
    name: 'Scripted',
    baseUrl: `${world.far.url}/v1`,
    api: 'chat',
    secret: seal('model-key', { workspaceId, rowId: id }),
    defaultModel: 'scripted',
    isDefault: true,
    allowPrivate: true,
  })
  await replacePrices(world.database.db, {
    workspaceId,
    providerId: id,
    prices: [{ model: 'scripted', inputPerMillion: 1_000_000, outputPerMillion: 2_000_000 }],
  })
})
afterAll(() => world.close())

const answer: FarAnswer = (request, response) =>
  request.path.startsWith('/v1/')
    ? answerJson(script.shift() ?? {})(request, response)
    : answerJson({ posted: request.body })(request, response)

beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = answer
})

const says = (message: Record<string, unknown>) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'scripted',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', ...message },
      finish_reason: message.tool_calls ? 'tool_calls' : 'stop',
    },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
})
const calls = (name: string, args: unknown) =>
  says({
    content: null,
    tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(args) } }],
  })

const agent = () =>
  world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [{ key: 'text', type: 'text' }] } },
      {
        id: 'judge',
        type: 'agent',
        name: 'Judge',
        config: {
          instructions: { text: 'Judge {{ start.text }}' },
          tools: [
            {
              action: 'http.request.send',
              connection: world.connection,
              fields: {
                method: { mode: 'fixed', value: { value: 'POST' } },
                url: { mode: 'fixed', value: { text: `${world.far.url}/post` } },
                headers: { mode: 'empty' },
                honours_key: { mode: 'empty' },
                any_status: { mode: 'empty' },
              },
            },
          ],
          output: [{ key: 'severity', type: 'choice', choices: ['low', 'high'] }],
        },
      },
      {
        id: 'note_it',
        type: 'set',
        config: { fields: [{ key: 'is', value: { from: 'judge', path: ['severity'] } }] },
      },
    ],
    edges: ['start>judge', 'judge>note_it'],
  })

const posts = () => world.far.requests.filter(({ path }) => path === '/post')

async function pendingOf(runId: string) {
  const { items } = await listApprovals(operator, { status: ['pending'] })
  const summary = items.find((item) => item.runId === runId)
  if (!summary) throw new Error('no approval waits')
  return getApproval(operator, summary.id)
}

describe('an agent', () => {
  it('answers in the shape asked for, and its turn is a step with tokens and cost', async () => {
    script = [says({ content: '{"severity":"high"}' })]
    const run = await world.run(await agent(), { text: 'smoke' })
    expect(run.error).toBeNull()
    expect(stepOf(run, 'note_it').output).toEqual({ is: 'high' })
    expect(stepOf(run, 'judge.t0')).toMatchObject({
      parent: 'judge',
      type: 'agent.turn',
      tokensIn: 10,
      tokensOut: 5,
      cost: 20,
    })
    expect(run).toMatchObject({ tokens: 15, cost: 20, status: 'succeeded' })
    expect(world.far.requests[0]?.headers.authorization).toBe('Bearer model-key')
    expect(JSON.stringify(run)).not.toContain('model-key')
  })

  it('asks a person before a call that reaches others, shows exactly that call, and goes on with its answer', async () => {
    script = [calls('http__request__send', { body: '"hello"' }), says({ content: '{"severity":"low"}' })]
    const runId = await world.start(await agent(), { text: 'smoke' })
    const waiting = await world.until(runId, (run) => run.status === 'waiting')
    expect(stepOf(waiting, 'judge').status).toBe('waiting')
    expect(posts()).toEqual([])
    const approval = await pendingOf(runId)
    expect(approval.covers).toMatchObject([
      { action: 'http.request.send', input: { method: 'POST', url: `${world.far.url}/post`, body: 'hello' } },
    ])
    await decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(posts()).toHaveLength(1)
    expect(stepOf(run, 'judge.t0.c0')).toMatchObject({ status: 'succeeded', type: 'agent.call' })
    expect(run.effects).toMatchObject([{ stepPath: 'judge.t0.c0', status: 'confirmed' }])
    expect(stepOf(run, 'judge').output).toEqual({ severity: 'low' })
    expect(run.tokens).toBe(30)
  })

  it('is told when a person refuses, and nothing is sent', async () => {
    script = [calls('http__request__send', { body: '"hello"' }), says({ content: '{"severity":"low"}' })]
    const runId = await world.start(await agent(), { text: 'smoke' })
    await world.until(runId, (run) => run.status === 'waiting')
    const approval = await pendingOf(runId)
    await decideApproval(operator, approval.id, {
      decision: 'reject',
      comment: 'no',
      digest: approval.digest,
    })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(posts()).toEqual([])
    expect(stepOf(run, 'judge.t0.c0')).toMatchObject({ status: 'skipped', exit: 'approval.rejected' })
    expect(world.far.requests.at(-1)?.body).toContain('said no')
  })

  it('cannot call what it was not given', async () => {
    script = [calls('slack__message__post', { text: 'x' }), says({ content: '{"severity":"low"}' })]
    const run = await world.run(await agent(), { text: 'smoke' })
    expect(stepOf(run, 'judge.t0.c0')).toMatchObject({ status: 'skipped', exit: 'tool.unknown' })
    expect(run.status).toBe('succeeded')
  })

  it('fails at its node with the reason when the model cannot be used', async () => {
    world.far.answer = (request, response) =>
      answerJson({ error: { message: 'bad key' } }, 401)(request, response)
    const run = await world.run(await agent(), { text: 'smoke' })
    expect(run.status).toBe('failed')
    expect(run.error).toMatchObject({ path: 'judge' })
  })
})
