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

it('a call of more than 10 MB is refused with 413', async () => {
  const made = await callRoute(postWorkflows, { body: { name: 'Small', document }, headers })
  const params = { id: made.json.id }
  await callRoute(postPublish, { params, body: {}, headers })
  const { json } = await callRoute(getWorkflow, { params, headers })
  expect((await hook(json.webhooks.called, { junk: 'x'.repeat(11_000_000) })).status).toBe(413)
})
