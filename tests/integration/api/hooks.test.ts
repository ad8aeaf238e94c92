import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as getRun } from '@/app/api/v1/runs/[id]/route'
import { POST as postPause } from '@/app/api/v1/workflows/[id]/pause/route'
import { POST as postPublish } from '@/app/api/v1/workflows/[id]/publish/route'
import { POST as postResume } from '@/app/api/v1/workflows/[id]/resume/route'
import { DELETE as deleteWorkflow, GET as getWorkflow } from '@/app/api/v1/workflows/[id]/route'
import { POST as postWorkflows } from '@/app/api/v1/workflows/route'
import { POST as postHook } from '@/app/hooks/[token]/route'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

let world: World
let headers: Record<string, string>
beforeAll(async () => {
  world = await serviceWorld()
  headers = await browserHeaders(world.owner.userId)
})
afterAll(() => world.close())

const document = {
  schema: 1,
  nodes: [
    { id: 'called', type: 'trigger.webhook', config: { answer: 'accepted' } },
    {
      id: 'keep',
      type: 'set',
      config: { fields: [{ key: 'name', value: { from: 'called', path: ['body', 'name'] } }] },
    },
  ],
  edges: [{ from: 'called', exit: 'out', to: 'keep' }],
}

async function hook(url: string, body: unknown, more: Record<string, string> = {}) {
  const response = await postHook(
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({ token: url.split('/').at(-1) ?? '' }) },
  )
  return { status: response.status, json: await response.json() }
}

it('a webhook’s address works while its workflow is live and on, and stays the same', async () => {
  const made = await callRoute(postWorkflows, { body: { name: 'Hooked', document }, headers })
  const params = { id: made.json.id }
  expect(made.json.webhooks).toEqual({})
  await callRoute(postPublish, { params, body: {}, headers })
  const read = async () => (await callRoute(getWorkflow, { params, headers })).json.webhooks.called
  const url = await read()
  expect(url).toMatch(/^http:\/\/localhost:3000\/hooks\/[\w-]{32}$/)

  const called = await hook(url, { name: 'Ada' })
  expect(called.status).toBe(202)
  const run = await callRoute(getRun, { params: { id: called.json.id }, headers })
  expect(run.json).toMatchObject({ startedVia: 'webhook', startedBy: null, input: { body: { name: 'Ada' } } })

  const delivery = { 'x-github-delivery': 'one and the same' }
  const first = await hook(url, { name: 'Ben' }, delivery)
  expect((await hook(url, { name: 'Ben' }, delivery)).json).toEqual(first.json)

  await callRoute(postPause, { params, body: {}, headers })
  const off = await hook(url, {})
  const unknown = await hook('http://localhost:3000/hooks/nothing-has-ever-been-here', {})
  expect([off.status, unknown.status]).toEqual([404, 404])
  expect(off.json.detail).toBe(unknown.json.detail)

  await callRoute(postResume, { params, body: {}, headers })
  await callRoute(postPublish, { params, body: {}, headers })
  expect(await read()).toBe(url)
  expect((await hook(url, {})).status).toBe(202)
  await callRoute(deleteWorkflow, { method: 'DELETE', params, headers })
  expect((await hook(url, {})).status).toBe(404)
})

it('a call of more than 1 MB is refused with 413', async () => {
  const made = await callRoute(postWorkflows, { body: { name: 'Small', document }, headers })
  const params = { id: made.json.id }
  await callRoute(postPublish, { params, body: {}, headers })
  const { json } = await callRoute(getWorkflow, { params, headers })
  expect((await hook(json.webhooks.called, { junk: 'x'.repeat(2_000_000) })).status).toBe(413)
})

it('an answer of a workflow keeps its status, headers and text, and may set no cookie of ours', async () => {
  const answering = (headers: Record<string, unknown>) => ({
    schema: 1,
    nodes: [
      { id: 'called', type: 'trigger.webhook', config: { answer: 'result' } },
      {
        id: 'reply',
        type: 'respond',
        config: { status: 418, headers, body: { text: '<b>{{ called.body.name }}</b>' } },
      },
    ],
    edges: [{ from: 'called', exit: 'out', to: 'reply' }],
  })
  const document = answering({ 'Content-Type': { value: 'text/html' } })
  const made = await callRoute(postWorkflows, { body: { name: 'Answers', document }, headers })
  const params = { id: made.json.id }
  await callRoute(postPublish, { params, body: {}, headers })
  const url = (await callRoute(getWorkflow, { params, headers })).json.webhooks.called
  const response = await postHook(
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ada' }),
    }),
    { params: Promise.resolve({ token: url.split('/').at(-1) ?? '' }) },
  )
  expect([response.status, response.headers.get('content-type')]).toEqual([418, 'text/html'])
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(await response.text()).toBe('<b>Ada</b>')

  const cookie = answering({ 'Set-Cookie': { value: 'session=mine' } })
  const bad = await callRoute(postWorkflows, { body: { name: 'Cookies', document: cookie }, headers })
  const refused = await callRoute(postPublish, { params: { id: bad.json.id }, body: {}, headers })
  expect(refused.status).toBe(422)
})
