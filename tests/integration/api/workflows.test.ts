import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUT as putDraft } from '@/app/api/v1/workflows/[id]/draft/route'
import { POST as postDuplicate } from '@/app/api/v1/workflows/[id]/duplicate/route'
import { GET as getExport } from '@/app/api/v1/workflows/[id]/export/route'
import { POST as postLive } from '@/app/api/v1/workflows/[id]/live/route'
import { POST as postPause } from '@/app/api/v1/workflows/[id]/pause/route'
import { POST as postPublish } from '@/app/api/v1/workflows/[id]/publish/route'
import { POST as postRestore } from '@/app/api/v1/workflows/[id]/restore/route'
import {
  DELETE as deleteWorkflow,
  GET as getWorkflow,
  PATCH as patchWorkflow,
} from '@/app/api/v1/workflows/[id]/route'
import { GET as getVersion } from '@/app/api/v1/workflows/[id]/versions/[version]/route'
import { GET as getVersions } from '@/app/api/v1/workflows/[id]/versions/route'
import { GET as getWorkflows, POST as postWorkflows } from '@/app/api/v1/workflows/route'
import { database } from '@/db/client'
import { listConnectionUses } from '@/db/queries/connections'
import { pageOf } from '@/lib/policy/views/workspace-views'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { workflowSummarySchema, workflowViewSchema } from '@/lib/workflow/views/workflow-view'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

const greeting = (text: string): WorkflowDocument => ({
  schema: 1,
  nodes: [
    { id: 'start', type: 'trigger.form', config: { fields: [] } },
    { id: 'greet', type: 'set', config: { fields: [{ key: 'text', value: { value: text } }] } },
  ],
  edges: [{ from: 'start', exit: 'out', to: 'greet' }],
})

let world: World
let headers: Record<string, string>
beforeAll(async () => {
  world = await serviceWorld()
  headers = await browserHeaders(world.owner.userId)
})
afterAll(() => world.close())

async function makeWorkflow(name: string, document: unknown = greeting('hello')) {
  const made = await callRoute(postWorkflows, { body: { name, document }, headers })
  expect(made.status).toBe(201)
  return workflowViewSchema.parse(made.json)
}

const act = (route: Parameters<typeof callRoute>[0], id: string, body: unknown = {}) =>
  callRoute(route, { params: { id }, body, headers })

/** start ─ every [ read, inner [ agent with a tool ] ] */
const withLoops = {
  schema: 1,
  nodes: [
    { id: 'start', type: 'trigger.form', config: { fields: [] } },
    {
      id: 'every',
      type: 'each',
      config: {
        items: { value: [1] },
        body: {
          nodes: [
            {
              id: 'read',
              type: 'action',
              action: 'github.issue.get',
              connection: 'con_of_a_step',
              input: {},
            },
            {
              id: 'inner',
              type: 'repeat',
              config: {
                until: { all: [] },
                cap: 2,
                body: {
                  nodes: [
                    {
                      id: 'agent',
                      type: 'agent',
                      config: {
                        instructions: { value: '' },
                        tools: [{ action: 'slack.message.post', connection: 'con_of_a_tool', fields: {} }],
                        output: [],
                      },
                    },
                  ],
                  edges: [],
                },
              },
            },
          ],
          edges: [],
        },
      },
    },
  ],
  edges: [{ from: 'start', exit: 'out', to: 'every' }],
}

describe('workflows over the API', () => {
  it('are listed with the products and the connections that steps inside of loops use', async () => {
    const { id, connectors } = await makeWorkflow('With loops', withLoops)
    expect([...connectors].sort()).toEqual(['github', 'slack'])
    const uses = await listConnectionUses(database().db, { workspaceId: world.owner.workspaceId })
    const mine = uses.filter(({ workflowId }) => workflowId === id)
    expect(mine.map(({ connectionId }) => connectionId).sort()).toEqual(['con_of_a_step', 'con_of_a_tool'])
  })

  it('are made, read, listed by pages, found by name and deleted', async () => {
    const made = await makeWorkflow('Zebra crossing')
    expect(made).toMatchObject({
      draftRevision: 1,
      live: null,
      triggers: ['trigger.form'],
      draftDiffers: true,
    })
    const read = await callRoute(getWorkflow, { params: { id: made.id }, headers })
    expect(workflowViewSchema.parse(read.json)).toEqual(made)

    for (const name of ['One', 'Two', 'Three']) await makeWorkflow(name)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const path: string = `/api/v1/workflows?limit=2${cursor ? `&cursor=${cursor}` : ''}`
      const page = await callRoute(getWorkflows, { path, headers })
      const { items, next } = pageOf(workflowSummarySchema).parse(page.json)
      seen.push(...items.map((item) => item.name))
      cursor = next
    } while (cursor)
    expect(seen.slice(0, 4)).toEqual(['Three', 'Two', 'One', 'Zebra crossing'])

    const found = await callRoute(getWorkflows, { path: '/api/v1/workflows?search=zebra', headers })
    expect(found.json.items.map((item: { id: string }) => item.id)).toEqual([made.id])

    const gone = await callRoute(deleteWorkflow, { method: 'DELETE', params: { id: made.id }, headers })
    expect(gone.status).toBe(204)
    expect((await callRoute(getWorkflow, { params: { id: made.id }, headers })).status).toBe(404)
  })

  it('refuse a draft that was made from an older one, and name who changed it', async () => {
    const { id } = await makeWorkflow('Shared draft')
    const put = (text: string, revision?: number) =>
      callRoute(putDraft, {
        method: 'PUT',
        params: { id },
        body: { document: greeting(text), revision },
        headers,
      })
    expect((await put('first', 1)).json.revision).toBe(2)
    const late = await put('second', 1)
    expect(late.status).toBe(409)
    expect(late.json.detail).toMatch(/Olga changed this draft/)
    expect((await put('third', 2)).json.revision).toBe(3)
  })

  it('say at which node a document has not its shape', async () => {
    const document = {
      ...greeting('x'),
      nodes: [{ id: 'start', type: 'trigger.form', config: { fields: 'none' } }],
    }
    const answer = await callRoute(postWorkflows, { body: { name: 'Bad', document }, headers })
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject({ code: 'invalid_document', issues: [{ node: 'start' }] })
  })

  it('are refused in plain words when a field of the request is not right', async () => {
    const wrong = await callRoute(postWorkflows, { body: { name: 3, document: greeting('hello') }, headers })
    expect(wrong).toMatchObject({ status: 422, json: { detail: 'name: Must be text.', field: 'name' } })
    const missing = await callRoute(postWorkflows, { body: {}, headers })
    expect(missing).toMatchObject({ status: 422, json: { detail: 'name: Is missing. Fill it in.' } })
  })

  it('publish versions, go back to an old one, restore its draft, and pause', async () => {
    const { id } = await makeWorkflow('Versions')
    expect((await act(postPublish, id)).json).toMatchObject({ version: 1 })
    await callRoute(putDraft, {
      method: 'PUT',
      params: { id },
      body: { document: greeting('later') },
      headers,
    })
    const second = await act(postPublish, id, { note: 'Later' })
    expect(second.status).toBe(201)
    expect(second.json.version).toBe(2)
    const versions = await callRoute(getVersions, { params: { id }, headers })
    expect(versions.json.items).toMatchObject([
      { number: 2, live: true, note: 'Later', publishedBy: { name: 'Olga' } },
      { number: 1, live: false },
    ])
    expect((await act(postLive, id, { version: 1 })).json).toMatchObject({
      live: { number: 1 },
      draftDiffers: true,
    })
    expect((await act(postRestore, id, { version: 1 })).json).toMatchObject({
      draft: greeting('hello'),
      draftDiffers: false,
    })
    const old = await callRoute(getVersion, { params: { id, version: '2' }, headers })
    expect(old.json.document).toEqual(greeting('later'))
    expect((await act(postPause, id)).json.paused).toBe(true)
    expect((await act(postLive, id, { version: 9 })).status).toBe(404)
  })

  it('are renamed, duplicated, exported and imported again', async () => {
    const { id } = await makeWorkflow('Original')
    const renamed = await callRoute(patchWorkflow, {
      method: 'PATCH',
      params: { id },
      body: { name: 'New name' },
      headers,
    })
    expect(renamed.json.name).toBe('New name')
    expect((await act(postDuplicate, id)).json).toMatchObject({ name: 'New name (copy)', live: null })
    const exported = await callRoute(getExport, { params: { id }, headers })
    const imported = await callRoute(postWorkflows, { body: exported.json, headers })
    expect(imported.json.draft).toEqual(greeting('hello'))
  })

  it('are made once for each idempotency key', async () => {
    const once = { ...headers, 'idempotency-key': 'make-it-once' }
    const body = { name: 'Only one', document: greeting('x') }
    const first = await callRoute(postWorkflows, { body, headers: once })
    const again = await callRoute(postWorkflows, { body, headers: once })
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.json).toEqual(first.json)
    const other = await callRoute(postWorkflows, { body: { name: 'Another' }, headers: once })
    expect(other.status).toBe(422)
    const listed = await callRoute(getWorkflows, { path: '/api/v1/workflows?search=Only%20one', headers })
    expect(listed.json.items).toHaveLength(1)
  })
})
