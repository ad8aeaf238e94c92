import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as postCheckConnection } from '@/app/api/v1/connections/[id]/check/route'
import { POST as postChoices } from '@/app/api/v1/connections/[id]/choices/route'
import { DELETE as deleteConnection, PATCH as patchConnection } from '@/app/api/v1/connections/[id]/route'
import { GET as getConnections, POST as postConnections } from '@/app/api/v1/connections/route'
import { GET as getPractice } from '@/app/api/v1/practice/route'
import { GET as getModels } from '@/app/api/v1/providers/[id]/models/route'
import { DELETE as deleteProvider, PATCH as patchProvider } from '@/app/api/v1/providers/[id]/route'
import { GET as getProviders, POST as postProviders } from '@/app/api/v1/providers/route'
import { POST as postInstall } from '@/app/api/v1/templates/[id]/install/route'
import { DELETE as deleteTemplate } from '@/app/api/v1/templates/[id]/route'
import { GET as getTemplates, POST as postTemplates } from '@/app/api/v1/templates/route'
import { POST as postCheck } from '@/app/api/v1/workflows/[id]/check/route'
import { GET as getWorkflows } from '@/app/api/v1/workflows/route'
import { POST as postWorkspaces } from '@/app/api/v1/workspaces/route'
import { connectionViewSchema } from '@/lib/policy/views/workspace-views'
import { ensurePractice } from '@/lib/services/practice/ensure-practice'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { practiceToken } from '@/lib/services/practice/practice-token'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

let world: World
let headers: Record<string, string>
let host: ReturnType<typeof ensurePractice>
let connections: Record<string, string>
beforeAll(async () => {
  world = await serviceWorld()
  headers = await browserHeaders(world.owner.userId)
  host = ensurePractice()
  await vi.waitFor(() => practiceAddress('model'), { timeout: 30_000, interval: 100 })
  const listed = await callRoute(getConnections, { headers })
  connections = Object.fromEntries(
    listed.json.items.map((item: { connector: string; id: string }) => [item.connector, item.id]),
  )
})
afterAll(async () => {
  await host.stop()
  await world.close()
})

describe('the practice workspace after set-up', () => {
  it('has two published samples that the checker finds no fault with', async () => {
    const listed = await callRoute(getWorkflows, { headers })
    expect(
      listed.json.items.map((item: { name: string; live: { number: number } }) => [
        item.name,
        item.live.number,
      ]),
    ).toEqual([
      ['Issue triage', 1],
      ['Daily digest', 1],
    ])
    for (const { id } of listed.json.items) {
      const checked = await callRoute(postCheck, { params: { id }, body: {}, headers })
      const errors = checked.json.issues.filter((issue: { severity: string }) => issue.severity === 'error')
      expect(errors).toEqual([])
      expect(checked.json.reach.sentence).not.toBe('')
    }
  })

  it('has connections that work and offer choices, and say which workflows use them', async () => {
    const listed = await callRoute(getConnections, { headers })
    for (const item of listed.json.items) {
      const view = connectionViewSchema.parse(item)
      const isInSamples = ['github', 'slack'].includes(view.connector)
      expect(view.usedBy.map((each) => each.name)).toEqual(
        isInSamples ? ['Daily digest', 'Issue triage'] : [],
      )
      const checked = await callRoute(postCheckConnection, { params: { id: view.id }, body: {}, headers })
      expect(checked.json).toMatchObject({ status: 'ok', statusMessage: null })
    }
    const choices = await callRoute(postChoices, {
      params: { id: connections.slack ?? '' },
      body: { action: 'slack.channel.list' },
      headers,
    })
    expect(choices.json.choices.map((choice: { label: string }) => choice.label)).toContain('#ops')
    const state = await callRoute(getPractice, { headers })
    expect(state.json.github.repositories.length).toBeGreaterThan(1)
  })

  it('refuses real connections, and moving a simulated one', async () => {
    const real = await callRoute(postConnections, {
      body: { connector: 'github', values: { token: 'x' } },
      headers,
    })
    expect(real.status).toBe(409)
    const id = connections.github ?? ''
    const moved = await callRoute(patchConnection, {
      method: 'PATCH',
      params: { id },
      body: { baseUrl: 'https://evil.example' },
      headers,
    })
    expect(moved.status).toBe(409)
    const removed = await callRoute(deleteConnection, { method: 'DELETE', params: { id }, headers })
    expect(removed.status).toBe(409)
    expect(removed.json.detail).toMatch(/Issue triage/)
  })

  it('has a practice model that lists itself', async () => {
    const listed = await callRoute(getProviders, { headers })
    const [provider] = listed.json.items
    expect(provider).toMatchObject({ simulated: true, isDefault: true, defaultModel: 'practice-model' })
    const models = await callRoute(getModels, { params: { id: provider.id }, headers })
    expect(models.json.models).toEqual(['practice-model'])
  })
})

describe('a workspace of one’s own', () => {
  let there: Record<string, string>
  beforeAll(async () => {
    const made = await callRoute(postWorkspaces, { body: { name: 'Real work' }, headers })
    there = { ...headers, 'handrail-workspace': made.json.slug }
  })

  it('keeps a connection whose secret is never shown again, and stores none that is refused', async () => {
    const address = await practiceAddress('github')
    const post = (token: string) =>
      callRoute(postConnections, {
        body: {
          connector: 'github',
          name: 'Ours',
          values: { token },
          baseUrl: address,
          allowPrivate: true,
        },
        headers: there,
      })
    const refused = await post('not-a-token')
    expect(refused.status).toBe(422)
    expect(refused.json).toMatchObject({
      field: 'values.token',
      detail: expect.stringMatching(/401.*Nothing was saved/s),
    })
    expect((await callRoute(getConnections, { headers: there })).json.items).toEqual([])
    const secret = practiceToken()
    const made = await post(secret)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ name: 'Ours', status: 'ok' })
    const listed = await callRoute(getConnections, { headers: there })
    expect(JSON.stringify([made.json, listed.json])).not.toContain(secret)
    const guarded = await callRoute(postConnections, {
      body: { connector: 'github', values: { token: 'x' }, baseUrl: address },
      headers: there,
    })
    expect(guarded.json).toMatchObject({ status: 'failing' })

    const id = made.json.id
    const patch = (body: unknown) =>
      callRoute(patchConnection, { method: 'PATCH', params: { id }, body, headers: there })
    expect((await patch({ baseUrl: 'https://elsewhere.example' })).status).toBe(409)
    expect((await patch({ name: 'Renamed', shared: false })).json).toMatchObject({
      name: 'Renamed',
      shared: false,
    })
    expect((await patch({ values: { secret: 'x' } })).json.detail).toMatch(/no field ‘secret’/)
    const gone = await callRoute(deleteConnection, { method: 'DELETE', params: { id }, headers: there })
    expect(gone.status).toBe(204)
  })

  it('keeps providers with their prices and hides their keys', async () => {
    const body = {
      name: 'Ours',
      baseUrl: 'https://models.example/v1/',
      apiKey: 'sk-canary',
      defaultModel: 'gpt-5-mini',
    }
    const made = await callRoute(postProviders, { body, headers: there })
    expect(made.json).toMatchObject({
      baseUrl: 'https://models.example/v1',
      hasKey: true,
      isDefault: true,
      prices: [{ model: 'gpt-5-mini' }],
    })
    expect(JSON.stringify(made.json)).not.toContain('sk-canary')
    const patch = (changes: unknown) =>
      callRoute(patchProvider, {
        method: 'PATCH',
        params: { id: made.json.id },
        body: changes,
        headers: there,
      })
    expect((await patch({ baseUrl: 'https://evil.example/v1' })).status).toBe(409)
    const prices = [{ model: 'big', inputPerMillion: 1, outputPerMillion: 2 }]
    expect((await patch({ prices, apiKey: null })).json).toMatchObject({ hasKey: false, prices })
    const gone = await callRoute(deleteProvider, {
      method: 'DELETE',
      params: { id: made.json.id },
      headers: there,
    })
    expect(gone.status).toBe(204)
  })
})

describe('the catalog', () => {
  it('takes a workflow with slots for its connections and installs it in another workspace', async () => {
    const [workflow] = (await callRoute(getWorkflows, { headers })).json.items
    const body = { workflow: workflow.id, category: 'Engineering', description: 'Judge issues.' }
    const shared = await callRoute(postTemplates, { body, headers })
    expect(shared.status).toBe(201)
    expect(shared.json.slots).toMatchObject([
      { key: 'slot:github', connector: 'github', actions: ['github.issue.get', 'github.issue.label'] },
      { key: 'slot:slack', connector: 'slack', actions: ['slack.message.post'] },
    ])
    expect(JSON.stringify(shared.json)).not.toContain('con_')

    const made = await callRoute(postWorkspaces, { body: { name: 'Second' }, headers })
    const there = { ...headers, 'handrail-workspace': made.json.slug }
    const listed = await callRoute(getTemplates, { headers: there })
    expect(listed.json.items).toMatchObject([
      { id: shared.json.id, effects: ['read', 'irreversible', 'write'] },
    ])
    const foreign = await callRoute(postInstall, {
      params: { id: shared.json.id },
      body: { connections: { 'slot:github': connections.github } },
      headers: there,
    })
    expect(foreign.status).toBe(422)
    const bare = await callRoute(postInstall, { params: { id: shared.json.id }, body: {}, headers: there })
    expect(bare.status).toBe(201)
    const wrongPlace = { method: 'DELETE', params: { id: shared.json.id } }
    expect((await callRoute(deleteTemplate, { ...wrongPlace, headers: there })).status).toBe(404)

    const here = await callRoute(postInstall, {
      params: { id: shared.json.id },
      body: {
        name: 'Mine',
        connections: { 'slot:github': connections.github, 'slot:slack': connections.slack },
      },
      headers,
    })
    expect(here.json).toMatchObject({ name: 'Mine', live: null })
    const checked = await callRoute(postCheck, { params: { id: here.json.id }, body: {}, headers })
    expect(checked.json.issues.filter((issue: { severity: string }) => issue.severity === 'error')).toEqual(
      [],
    )
    expect((await callRoute(deleteTemplate, { ...wrongPlace, headers })).status).toBe(204)
  })
})
