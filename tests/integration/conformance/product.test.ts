import { createServer } from 'node:http'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { type TestDatabase, testDatabase } from '../../support/database'
import { type RunWorld, runWorld, stepOf } from '../execution/support/run-world'
import { until } from '../runner/support/runner-harness'
import { bodyOf, type ProtocolServer, portOf, startProtocolServer } from './protocol-server'
import { signed, signingKey } from './sign'

// The product on an Inngest server: its own functions at /api/inngest, synced at the start, called by signed requests.

const http = createServer()
let books: TestDatabase
let server: ProtocolServer
let world: RunWorld
let operator: Actor
let address = ''
let stop: (ms: number) => Promise<void> = async () => {}

beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${portOf(http.address())}`
  address = `${origin}/api/inngest`
  books = await testDatabase()
  server = await startProtocolServer(books, { syncs: false })
  // Read when the modules below are loaded: the mode of the engine is chosen once for a process.
  Object.assign(process.env, {
    HANDRAIL_URL: origin,
    INNGEST_BASE_URL: server.url,
    INNGEST_EVENT_KEY: 'the-event-key',
    INNGEST_SIGNING_KEY: signingKey,
  })
  world = await runWorld({ engine: false })
  operator = await world.member('operator')
  const route = await import('@/app/api/inngest/route')
  http.on('request', async (request, response) => {
    const method = request.method === 'PUT' ? 'PUT' : request.method === 'GET' ? 'GET' : 'POST'
    const body = await bodyOf(request)
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const init = method === 'GET' ? { method, headers } : { method, headers, body }
    const answer = await route[method](new NextRequest(`${origin}${request.url}`, init), {})
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(await answer.text())
  })
  const engine = await import('@/inngest/start')
  stop = engine.stopEngine
  await engine.startEngine()
  await until(() => server.asked.some(({ path }) => path === '/fn/register'))
  await server.serve(address)
}, 60_000)

afterAll(async () => {
  await stop(2_000)
  await server.stop()
  await world.close()
  await books.close()
  http.closeAllConnections()
  http.close()
})

test('at its start it tells the server its functions: what starts, retries and cancels them, and where they are', () => {
  const register = server.asked.find(({ path }) => path === '/fn/register')
  expect(register?.headers.get('authorization')).toMatch(/^Bearer signkey-prod-[0-9a-f]{64}$/)
  expect(register?.body).toMatchObject({
    url: address,
    appName: 'handrail',
    functions: expect.arrayContaining([
      expect.objectContaining({
        id: 'handrail-run-workflow',
        triggers: [{ event: 'run/requested' }],
        cancel: [{ event: 'run/cancel.requested', if: 'event.data.runId == async.data.runId' }],
        steps: expect.objectContaining({
          step: expect.objectContaining({ retries: { attempts: 20 } }),
        }),
      }),
      expect.objectContaining({
        triggers: [{ event: 'inngest/function.failed', expression: expect.stringContaining('run-workflow') }],
      }),
    ]),
  })
})

test('a call is refused unless this server has signed it, and so is a sync by a stranger', async () => {
  const url = `${address}?fnId=handrail-run-workflow&stepId=step`
  const body = { event: {}, events: [], steps: {}, ctx: {}, version: 2 }
  const stranger = signed(body, { key: 'signkey-prod-ffffffffffffffffffffffffffffffff' })
  const unsigned = { body: stranger.body, headers: { 'content-type': 'application/json' } }
  for (const request of [stranger, unsigned]) {
    expect((await fetch(url, { method: 'POST', ...request })).status).toBe(401)
    expect((await fetch(address, { method: 'PUT', ...request })).status).toBe(401)
  }
})

test('a run is carried through: effects, a wait for people, and what they decide', async () => {
  const { decideApproval } = await import('@/lib/services/approvals/decide-approval')
  const { getApproval } = await import('@/lib/services/approvals/get-approval')
  const workflow = await world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [] } },
      { id: 'nap', type: 'wait', config: { for: 'PT1S' } },
      { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }], quorum: 1 } },
      {
        id: 'send',
        type: 'action',
        action: 'http.request.send',
        connection: world.connection,
        input: {
          url: { value: `${world.far.url}/ok` },
          method: { value: 'POST' },
          body: { text: 'hello' },
        },
      },
    ],
    edges: ['start>nap', 'nap>ask', 'ask:approved>send'],
  })
  const runId = await world.start(workflow)
  const asked = await world.until(runId, ({ steps }) => steps.some((step) => step.approvalId !== null))
  const { id, digest } = await getApproval(operator, stepOf(asked, 'ask').approvalId ?? '')
  await decideApproval(operator, id, { decision: 'approve', digest })
  const run = await world.until(runId, ({ status }) => status === 'succeeded' || status === 'failed')
  expect(run.error).toBeNull()
  expect(run.effects).toMatchObject([{ action: 'http.request.send', status: 'confirmed' }])
  const paths = server.asked.map(({ path }) => path)
  expect(paths).toContain('/e/the-event-key')
  expect(paths).toContain('/v1/signals')
})

test('cancelling a run reaches the server, which ends it', async () => {
  const workflow = await world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [] } },
      { id: 'nap', type: 'wait', config: { for: 'PT1H' } },
    ],
    edges: ['start>nap'],
  })
  const runId = await world.start(workflow)
  await world.until(runId, ({ status }) => status === 'waiting')
  await cancelRun(world.owner, runId)
  const open = () =>
    books.sql`select 1 from runner_runs where status = 'running' and events::text like ${`%${runId}%`}`
  await expect.poll(async () => (await open()).length, { timeout: 10_000 }).toBe(0)
  expect((await world.until(runId, ({ status }) => status === 'cancelled')).status).toBe('cancelled')
})
