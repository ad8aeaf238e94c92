import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/app/api/v1/_routes/routes'
import { newId } from '@/db/new-id'
import { type Role, roles, type Scope, scopes } from '@/lib/policy/actor'
import { permissions } from '@/lib/policy/permissions'
import type { Route } from '@/lib/services/http/route'
import { emptyDocument } from '@/lib/workflow/document'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

/** What a call needs to get as far as the question who may: a body that is right, ids of things that are there. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /workspace': { name: 'Practice' },
  'PATCH /members/{id}': { role: 'viewer' },
  'POST /invitations': { email: 'new@example.com', role: 'viewer' },
  'POST /tokens': { name: 'mine', scopes: ['read'] },
  'POST /workflows': { name: 'New' },
  'PUT /workflows/{id}/draft': { document: emptyDocument },
  'POST /workflows/{id}/live': { version: 1 },
  'POST /workflows/{id}/restore': { version: 1 },
  'POST /workflows/{id}/test': { node: 'issue' },
  'POST /workflows/{id}/webhooks/{node}': { listen: true },
  'PUT /workflows/{id}/webhooks/{node}/secret': { secret: 'sixteen and more characters' },
  'POST /connections': { connector: 'http', values: { hosts: 'example.com' } },
  'POST /connections/consent': { connector: 'github' },
  'PATCH /connections/{id}': { name: 'Renamed' },
  'POST /connections/{id}/choices': { action: 'slack.channel.list' },
  'POST /providers': { name: 'New', baseUrl: 'https://models.example/v1', defaultModel: 'm' },
  'PATCH /providers/{id}': { name: 'Renamed' },
  'POST /approvals/{id}/decisions': { decision: 'approve', digest: 'x' },
  'POST /runs/{id}/steps/{step}/resolve': { outcome: 'skip' },
}

/** Absent for those who may not see them: they are told nothing. */
const hidden = ['DELETE /tokens/{id}']

type Operation = {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly route: Route
}

let world: World
let operations: Operation[]
let ids: Record<string, string>
const headersOf = {} as Record<Role, Record<string, string>>

beforeAll(async () => {
  world = await serviceWorld()
  for (const role of roles) {
    const person = role === 'owner' ? world.owner : await world.member(role)
    headersOf[role] = await browserHeaders(person.userId)
  }
  operations = []
  for (const [path, load] of Object.entries(routes)) {
    for (const [method, route] of Object.entries(await load())) {
      operations.push({ name: `${method} ${path}`, method, path, route })
    }
  }
  ids = await thingsOf(headersOf.owner)
})
afterAll(() => world.close())

const routeOf = (name: string): Route => {
  const found = operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`There is no ${name}.`)
  return found.route
}

/** One of each thing, made by the owner, by the first segment of its path. */
async function thingsOf(headers: Record<string, string>): Promise<Record<string, string>> {
  const first = async (path: string) =>
    (await callRoute(routeOf(`GET ${path}`), { headers })).json.items[0].id
  const make = async (path: string, body: unknown) =>
    (await callRoute(routeOf(`POST ${path}`), { body, headers })).json.id
  const workflows = await first('/workflows')
  return {
    workflows,
    connections: await first('/connections'),
    providers: await first('/providers'),
    templates: await make('/templates', { workflow: workflows }),
    invitations: await make('/invitations', { email: 'guest@example.com', role: 'viewer' }),
    tokens: await make('/tokens', { name: 'owner’s', scopes: ['read'] }),
    members: (await world.member('viewer')).userId,
    runs: newId('run'),
    approvals: newId('apr'),
    artifacts: newId('art'),
  }
}

function call({ name, method, path, route }: Operation, headers: Record<string, string>) {
  const [, thing = ''] = path.split('/')
  const body = name === 'POST /templates' ? { workflow: ids.workflows } : (bodies[name] ?? {})
  return callRoute(route, {
    method,
    headers,
    params: { id: ids[thing] ?? '', version: '1', step: 'tell', node: 'start' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
  })
}

const memberOperations = () => operations.filter(({ route }) => route.definition.access === 'member')

function isGranted({ route }: Operation, role: Role): boolean {
  const { permission } = route.definition
  if (permission === null) return true
  const rule: { roles: readonly Role[]; sharedMay?: readonly Role[] } = permissions[permission]
  return [...rule.roles, ...(rule.sharedMay ?? [])].includes(role)
}

describe('every call of the API', () => {
  it('is answered 401 without a session or token', async () => {
    const closed = operations.filter(({ route }) => route.definition.access !== 'open')
    expect(closed.length).toBeGreaterThan(60)
    for (const operation of closed) {
      const { status } = await call(operation, {})
      expect([operation.name, status]).toEqual([operation.name, 401])
    }
  })

  for (const role of ['viewer', 'operator', 'builder', 'admin'] as const) {
    it(`is refused to the role ${role} where the matrix does not grant it`, async () => {
      for (const operation of memberOperations().filter((each) => !isGranted(each, role))) {
        const { status } = await call(operation, headersOf[role])
        expect([operation.name, status]).toEqual([
          operation.name,
          hidden.includes(operation.name) ? 404 : 403,
        ])
      }
    })
  }

  it('is refused to a token that lacks the scope, whoever made it', async () => {
    for (const missing of scopes) {
      const held = scopes.filter((scope) => scope !== missing)
      const made = await callRoute(routeOf('POST /tokens'), {
        body: { name: `no ${missing}`, scopes: held },
        headers: headersOf.owner,
      })
      const bearer = { authorization: `Bearer ${made.json.token}` }
      const wanting = memberOperations().filter(({ route }) => {
        const { permission } = route.definition
        const needed: readonly Scope[] = permission === null ? [] : permissions[permission].scopes
        return needed.includes(missing)
      })
      expect(wanting.length).toBeGreaterThan(0)
      for (const operation of wanting) {
        const { status } = await call(operation, bearer)
        expect([operation.name, status]).toEqual([operation.name, 403])
      }
    }
  })

  it('finds nothing of a workspace in which the caller is no member', async () => {
    const stranger = await browserHeaders(world.owner.userId)
    const made = await callRoute(routeOf('POST /workspaces'), {
      body: { name: 'Elsewhere' },
      headers: stranger,
    })
    const elsewhere = await world.member('owner', made.json.id)
    const intruding = await browserHeaders(elsewhere.userId)
    const atHome = { ...intruding, 'handrail-workspace': made.json.slug }
    for (const operation of memberOperations()) {
      const named = await call(operation, intruding)
      expect([operation.name, named.status]).toEqual([operation.name, 404])
      // The catalog belongs to the whole installation; all else is found by its own workspace alone.
      const isShared = ['GET /templates/{id}', 'POST /templates/{id}/install'].includes(operation.name)
      if (!/\{id\}/.test(operation.path) || isShared) continue
      const foreign = await call(operation, atHome)
      expect([operation.name, foreign.status]).toEqual([operation.name, 404])
    }
  })

  it('is granted where the matrix grants it', async () => {
    const reading = memberOperations().filter(({ method }) => method === 'GET')
    for (const role of roles) {
      for (const operation of reading.filter((each) => isGranted(each, role))) {
        const { status } = await call(operation, headersOf[role])
        expect([operation.name, role, [401, 403].includes(status)]).toEqual([operation.name, role, false])
      }
    }
    const changing = memberOperations().filter(({ method }) => method !== 'GET')
    const lastly = (operation: Operation) => (operation.method === 'DELETE' ? 1 : 0)
    for (const operation of changing.toSorted((one, other) => lastly(one) - lastly(other))) {
      const { status, json } = await call(operation, headersOf.owner)
      expect([operation.name, [401, 403, 500].includes(status), json?.detail]).toEqual([
        operation.name,
        false,
        json?.detail,
      ])
      expect([operation.name, status, json?.detail]).not.toEqual([
        operation.name,
        422,
        expect.stringMatching(/Unrecognized/),
      ])
    }
  })

  it('leaves a refusal in the audit log', async () => {
    const path = '/api/v1/audit?action=access.denied&limit=1'
    const audit = await callRoute(routeOf('GET /audit'), { path, headers: headersOf.owner })
    expect(audit.json.items).toMatchObject([{ action: 'access.denied' }])
  })
})
