import { Inngest } from 'inngest'
import { serve } from 'inngest/edge'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { toCallBody, trigger } from './call-body'
import { signed, signingKey } from './sign'
import { hashOf, type Transcript } from './transcripts'

// What the specification says of the way there and back: signatures, syncing, large payloads, introspection.

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

type Sent = { readonly path: string; readonly headers: Headers; readonly body: unknown }

function app(answers: Readonly<Record<string, { status: number; body: unknown }>> = {}) {
  const sent: Sent[] = []
  const client = new Inngest({
    id: 'test',
    isDev: false,
    signingKey,
    eventKey: 'the-event-key',
    baseUrl: 'https://server.example',
    checkpointing: false,
    logger: quiet,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
      sent.push({ path: url.pathname + url.search, headers: new Headers(init?.headers), body })
      const answer = answers[url.pathname]
      return Response.json(answer?.body ?? {}, { status: answer?.status ?? 200 })
    },
  })
  const functions = [
    client.createFunction(
      {
        id: 'main',
        name: 'Main',
        retries: 4,
        triggers: { event: 'go' },
        cancelOn: [{ event: 'stop', match: 'data.n' }],
        concurrency: { limit: 2, key: 'event.data.n' },
        priority: { run: '10' },
      },
      async ({ event, step }) => step.run('a', () => event.data),
    ),
    client.createFunction({ id: 'tick', triggers: { cron: 'TZ=Europe/Paris 0 12 * * *' } }, () => {}),
  ]
  const handler = serve({ client, functions })
  const ask = (method: string, query = '', init: RequestInit = {}) =>
    handler(
      new Request(`https://app.example/api/inngest${query}`, {
        ...init,
        method,
        headers: { host: 'app.example', ...init.headers },
      }),
    )
  return { client, sent, ask }
}

const exchange = { call: {}, answer: { status: 200, body: null } } as const
const transcript: Transcript = {
  title: '',
  sections: [],
  functions: () => {
    throw new Error('not called')
  },
  exchanges: [exchange],
  end: { status: 'completed' },
}
const call = '?fnId=test-main&stepId=step'
const content = toCallBody(transcript, exchange)

test('4.1.3: a call without a signature, with another key’s, an old one or over another body is refused', async () => {
  const { ask } = app()
  const good = signed(content)
  const tenMinutes = 600_000
  const requests: RequestInit[] = [
    { body: good.body, headers: { 'content-type': 'application/json' } },
    signed(content, { key: 'signkey-prod-ffffffffffffffffffffffffffffffff' }),
    signed(content, { at: Date.now() - tenMinutes }),
    signed(content, { at: Date.now() + tenMinutes }),
    { body: good.body.replace('"attempt":0', '"attempt":1'), headers: good.headers },
  ]
  for (const request of requests) expect((await ask('POST', call, request)).status).toBe(401)
  expect((await ask('POST', call, good)).status).toBe(206)
})

test('4.4.1: an unknown function is an error of the server kind', async () => {
  const { ask } = app()
  expect((await ask('POST', '?fnId=test-other&stepId=step', signed(content))).status).toBe(500)
})

const registration = z.object({
  url: z.literal('https://app.example/api/inngest'),
  deployType: z.literal('ping'),
  appName: z.literal('test'),
  sdk: z.string().regex(/^js:v\d+/),
  v: z.literal('0.1'),
  functions: z.array(z.looseObject({ id: z.string() })),
})

test('4.3.2: a sync tells each function with what starts it, cancels it and limits it', async () => {
  const { ask, sent } = app({ '/fn/register': { status: 200, body: { ok: true, modified: true } } })
  const answer = await ask('PUT', '', signed({}))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ modified: true })
  const [register] = sent
  expect(register?.path).toBe('/fn/register')
  const { functions } = registration.parse(register?.body)
  expect(functions).toMatchObject([
    {
      id: 'test-main',
      name: 'Main',
      triggers: [{ event: 'go' }],
      steps: {
        step: {
          id: 'step',
          name: 'step',
          runtime: { type: 'http', url: 'https://app.example/api/inngest?fnId=test-main&stepId=step' },
          retries: { attempts: 4 },
        },
      },
      cancel: [{ event: 'stop', if: 'event.data.n == async.data.n' }],
      concurrency: { limit: 2, key: 'event.data.n' },
      priority: { run: '10' },
    },
    { id: 'test-tick', triggers: [{ cron: 'TZ=Europe/Paris 0 12 * * *' }] },
  ])
})

test('4.1.4: what the SDK sends carries its version and the hash of the signing key, never the key', async () => {
  const { ask, sent } = app()
  await ask('PUT', '', signed({}))
  const headers = sent[0]?.headers
  expect(headers?.get('x-inngest-sdk')).toMatch(/^inngest-js:v\d+/)
  expect(headers?.get('authorization')).toMatch(/^Bearer signkey-prod-[0-9a-f]{64}$/)
  expect(headers?.get('authorization')).not.toContain(signingKey.slice('signkey-prod-'.length))
})

test('4.3.3: a sync that the server refuses is told as a failure', async () => {
  const { ask } = app({ '/fn/register': { status: 400, body: { error: 'no such app', status: 400 } } })
  const answer = await ask('PUT', '', signed({}))
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ modified: false })
})

test('4.4.2: a payload that was too large for the call is asked for', async () => {
  const { ask, sent } = app({
    '/v0/runs/run_1/batch': { status: 200, body: [{ ...trigger, data: { n: 8 } }] },
    '/v0/runs/run_1/actions': { status: 200, body: { [hashOf('a')]: { type: 'data', data: 'fetched' } } },
  })
  const answer = await ask(
    'POST',
    call,
    signed({
      ...content,
      ctx: { ...content.ctx, use_api: true, stack: { stack: [hashOf('a')], current: 0 } },
    }),
  )
  expect(sent.map(({ path }) => path).sort()).toEqual(['/v0/runs/run_1/actions', '/v0/runs/run_1/batch'])
  expect(answer.status).toBe(200)
  expect(await answer.json()).toBe('fetched')
})

test('4.5: introspection without a signature tells nothing of keys', async () => {
  const { ask } = app()
  const answer = await ask('GET')
  const text = await answer.text()
  expect(text).not.toContain(signingKey.slice('signkey-prod-'.length))
  expect(text).not.toContain('the-event-key')
})

test('1.3.4, 4.2.1: events are sent to the server’s address under the event key', async () => {
  const { client, sent } = app({ '/e/the-event-key': { status: 200, body: { ids: ['evt_1'], status: 200 } } })
  expect(await client.send({ name: 'go', data: { n: 1 } })).toEqual({ ids: ['evt_1'] })
  expect(sent[0]).toMatchObject({ path: '/e/the-event-key', body: [{ name: 'go', data: { n: 1 } }] })
})
