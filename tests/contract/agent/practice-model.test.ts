import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listModels } from '@/lib/agent/openai/openai-models'
import type { OpenProvider } from '@/lib/agent/openai/provider'
import { practiceModelToken } from '@/lib/practice/model/name'
import { type PracticeModel, startPracticeModel } from '@/lib/practice/model/start-practice-model'
import { searchTool, task } from '../../unit/lib/agent/builders'
import { runAgent } from './run-agent'

let model: PracticeModel
beforeAll(async () => {
  model = await startPracticeModel()
})
afterAll(() => model.close())

describe.each(['responses', 'chat'] as const)('the practice model over %s', (api) => {
  const provider = (): OpenProvider => ({
    api,
    baseUrl: model.url,
    apiKey: practiceModelToken,
    allowPrivate: false,
    simulated: true,
    fetch,
  })
  const triage = task({
    model: 'practice-model',
    instructions: 'Search for like issues, then judge how severe the report is.',
    input: { title: 'The app crashes on save', body: 'All my data is lost.' },
    tools: [searchTool],
    output: [
      { key: 'severity', type: 'choice', choices: ['low', 'high'] },
      { key: 'why', type: 'long_text' },
    ],
  })

  it('calls a tool and answers in the shape asked for, the same each time', async () => {
    const first = await runAgent(provider(), triage, () => ({ issues: [], count: 0 }))
    expect(first.outcome).toMatchObject({
      status: 'succeeded',
      output: { severity: 'high', why: expect.stringContaining('crashes') },
      totals: { turns: 2, calls: 1, tokensIn: expect.any(Number) },
    })
    expect(first.turns[0]?.calls[0]).toMatchObject({
      name: 'github__issue__search',
      arguments: { query: 'crashes save', limit: null },
    })
    expect(first.turns.every((turn) => !turn.usage.estimated)).toBe(true)
    expect(await runAgent(provider(), triage, () => ({ issues: [], count: 0 }))).toEqual(first)
  })

  it('does not let anyone in without its key, and knows no other model', async () => {
    await expect(runAgent({ ...provider(), apiKey: 'other' }, triage)).rejects.toMatchObject({
      code: 'reconnect',
    })
    await expect(runAgent(provider(), { ...triage, model: 'gpt-5' })).rejects.toMatchObject({
      code: 'no_model',
    })
  })
})

it('is listed for pickers, by the right key only', async () => {
  const provider: OpenProvider = {
    api: 'responses',
    baseUrl: model.url,
    apiKey: practiceModelToken,
    allowPrivate: false,
    simulated: true,
    fetch,
  }
  const soon = AbortSignal.timeout(10_000)
  expect(await listModels(provider, soon)).toEqual(['practice-model'])
  await expect(listModels({ ...provider, apiKey: 'other' }, soon)).rejects.toMatchObject({
    code: 'reconnect',
  })
  await expect(
    listModels({ ...provider, baseUrl: model.url.replace('/v1', '/v2') }, soon),
  ).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('Settings → Models') })
})

it('lists itself as what it is', async () => {
  const client = new OpenAI({ baseURL: model.url, apiKey: practiceModelToken })
  const models = await client.models.list()
  expect(models.data).toMatchObject([
    { id: 'practice-model', description: expect.stringContaining('does not think') },
  ])
})
