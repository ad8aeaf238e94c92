import { LLMock } from '@copilotkit/aimock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgentTask } from '@/lib/agent/contract'
import type { Json } from '@/lib/core/json'
import { searchTool, task } from '../../unit/lib/agent/builders'
import { openProvider, runAgent } from './run-agent'

const postTool = {
  name: 'slack__message__post',
  action: 'slack.message.post',
  description: 'Post a message.',
  schema: {
    type: 'object',
    properties: { text: { type: 'string' } },
    required: ['text'],
    additionalProperties: false,
  },
}

describe.each(['responses', 'chat'] as const)('the model port over %s', (api) => {
  let mock: LLMock
  beforeEach(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    await mock.start()
  })
  afterEach(async () => {
    await mock.stop()
  })

  const triage: AgentTask = task({
    model: 'gpt-test',
    instructions: 'Triage the bug',
    tools: [searchTool, postTool],
    price: null,
  })
  const run = (some: AgentTask, execute?: (call: { name: string; arguments: Json }) => Json) =>
    runAgent(openProvider(api, mock.url), some, execute)

  it('carries a loop of tools to its answer', async () => {
    mock.addFixturesFromJSON([
      {
        match: { userMessage: 'Triage the bug', hasToolResult: false },
        response: {
          content: 'Let me look.',
          toolCalls: [
            {
              name: 'github__issue__search',
              arguments: JSON.stringify({ query: 'bug', limit: null }),
              id: 'call_1',
            },
          ],
        },
      },
      {
        match: { toolCallId: 'call_1' },
        response: {
          toolCalls: [
            { name: 'slack__message__post', arguments: JSON.stringify({ text: 'Found it' }), id: 'call_2' },
          ],
        },
      },
      { match: { toolCallId: 'call_2' }, response: { content: 'Done.' } },
    ])
    const seen: string[] = []
    const { outcome, turns } = await run(triage, (call) => {
      seen.push(`${call.name} ${JSON.stringify(call.arguments)}`)
      return { ok: true }
    })
    expect(outcome).toMatchObject({
      status: 'succeeded',
      output: { text: 'Done.' },
      totals: { turns: 3, calls: 2 },
    })
    expect(seen).toEqual([
      'github__issue__search {"query":"bug","limit":null}',
      'slack__message__post {"text":"Found it"}',
    ])
    expect(turns.every((turn) => turn.usage.tokensIn > 0)).toBe(true)
  })

  it('runs parallel calls whose ids repeat, each once and each with its own result', async () => {
    const search = (query: string) => ({
      name: 'github__issue__search',
      arguments: JSON.stringify({ query, limit: null }),
      id: 'call_same',
    })
    mock.addFixturesFromJSON([
      {
        match: { userMessage: 'Triage the bug', hasToolResult: false },
        response: { toolCalls: [search('first'), search('second')] },
      },
      { match: { userMessage: 'Triage the bug', hasToolResult: true }, response: { content: 'Done.' } },
    ])
    const { outcome, results } = await run(triage, (call) => JSON.stringify(call.arguments))
    expect(outcome.status).toBe('succeeded')
    expect([...results.keys()].sort()).toEqual(['t0.c0', 't0.c1'])
    const sent = JSON.stringify(mock.getLastRequest()?.body)
    expect(sent.match(/call_same/g)?.length).toBe(2)
    expect(sent.match(/call_t0_c1/g)?.length).toBe(2)
    expect(sent.indexOf('first')).toBeLessThan(sent.indexOf('second'))
  })

  it('asks for the shape, and sends an answer that does not fit back', async () => {
    const fields = [{ key: 'severity', type: 'choice' as const, choices: ['low', 'high'] }]
    mock.addFixturesFromJSON([
      { match: { userMessage: 'did not fit' }, response: { content: '{"severity":"high"}' } },
      { match: { userMessage: 'Triage the bug' }, response: { content: '{"severity":"terrible"}' } },
    ])
    const { outcome } = await run({ ...triage, tools: [], output: fields })
    expect(outcome).toMatchObject({ status: 'succeeded', output: { severity: 'high' }, totals: { turns: 2 } })
  })

  it('never runs what was not offered', async () => {
    mock.addFixturesFromJSON([
      {
        match: { userMessage: 'Triage the bug', hasToolResult: false },
        response: { toolCalls: [{ name: 'delete_everything', arguments: '{}', id: 'call_1' }] },
      },
      { match: { toolCallId: 'call_1' }, response: { content: 'I could not.' } },
    ])
    const seen: string[] = []
    const { outcome, results } = await run(triage, (call) => seen.push(call.name))
    expect(outcome.status).toBe('succeeded')
    expect(seen).toEqual([])
    expect(results.get('t0.c0')).toMatchObject({ status: 'refused', rule: 'tool.unknown' })
  })

  it.each([
    [
      401,
      {},
      { code: 'reconnect', who: 'user', retry: 'no', message: expect.stringContaining('Settings → Models') },
    ],
    [
      404,
      { code: 'model_not_found', message: 'The model does not exist' },
      { code: 'no_model', retry: 'no' },
    ],
    [429, { code: 'rate_limit_exceeded' }, { code: 'rate_limited', retry: 'after' }],
    [429, { code: 'insufficient_quota' }, { code: 'rate_limited', retry: 'no', who: 'user' }],
    [500, {}, { code: 'service_failed', retry: 'after' }],
    [503, {}, { code: 'service_failed', retry: 'after' }],
    [400, { code: 'context_length_exceeded' }, { code: 'too_large', retry: 'no' }],
  ])('tells what a %i %j means, after one request', async (status, error, expected) => {
    mock.nextRequestError(status, { message: 'Incorrect API key provided: sk-secret-1234', ...error })
    const thrown: unknown = await run(triage).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ name: 'HandrailError', ...expected })
    expect(JSON.stringify(thrown)).not.toContain('sk-secret')
    expect(mock.getRequests()).toHaveLength(1)
  })

  it('passes on how long a 429 asks to wait', async () => {
    mock.on({ userMessage: 'Triage' }, { error: { message: 'Slow down' }, status: 429, retryAfter: 7 })
    await expect(run(triage)).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 7_000 })
  })
})
