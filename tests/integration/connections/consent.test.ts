import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DELETE } from '@/app/api/v1/connections/[id]/route'
import { POST as BEGIN, GET as PLAN } from '@/app/api/v1/connections/consent/route'
import { GET as CONNECTIONS } from '@/app/api/v1/connections/route'
import { POST as WORKFLOW } from '@/app/api/v1/workflows/route'
import { GET as CALLBACK } from '@/app/oauth/callback/[provider]/route'
import { connections, consents } from '@/db/schema/connections'
import { runAction } from '@/lib/connectors/runs'
import type { WorkspaceId } from '@/lib/core/ids'
import { practiceClient } from '@/lib/practice/consent/dialect'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { openConnection } from '@/lib/services/connections/open-connection'
import { createWorkspace } from '@/lib/services/workspaces/create-workspace'
import { consentAt } from '@/tests/support/consent'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

let world: World
let far: Emulators
let headers: Record<string, string>
let slug: string

beforeAll(async () => {
  far = await startEmulators()
  Object.assign(process.env, {
    HANDRAIL_GITHUB_URL: far.github.url,
    HANDRAIL_SLACK_URL: far.slack.url,
    HANDRAIL_GOOGLE_URL: far.google.url,
    HANDRAIL_GOOGLE_CLIENT_ID: practiceClient.id,
    HANDRAIL_GOOGLE_CLIENT_SECRET: practiceClient.secret,
    HANDRAIL_GITHUB_CLIENT_ID: practiceClient.id,
    HANDRAIL_GITHUB_CLIENT_SECRET: practiceClient.secret,
    HANDRAIL_SLACK_CLIENT_ID: practiceClient.id,
    HANDRAIL_SLACK_CLIENT_SECRET: practiceClient.secret,
  })
  world = await serviceWorld()
  const { userId, name } = world.owner
  const user = { id: userId, name, email: 'olga@example.com', sessionVersion: 1, hasPassword: true }
  slug = (await createWorkspace({ kind: 'session', user }, { name: 'Real work' })).slug
  headers = await browserHeaders(userId, slug)
})
afterAll(async () => {
  await world.close()
  await far.close()
})

const begin = async (body: Record<string, unknown>, as = headers): Promise<string> => {
  const begun = await callRoute(BEGIN, { body, headers: as })
  expect(begun.status, JSON.stringify(begun.json)).toBe(201)
  return begun.json.url
}

/** Comes back from the service. Gives where it leads to. */
const comeBack = async (back: URL, as = headers): Promise<URL> => {
  const provider = back.pathname.split('/').at(-1) ?? ''
  const answer = await CALLBACK(new Request(back, { headers: as }), { params: Promise.resolve({ provider }) })
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('location') ?? '')
}

const why = (at: URL) => [at.pathname, at.searchParams.get('why')]

const connect = async (body: Record<string, unknown>, choices = {}) => {
  const { back, asked } = await consentAt(await begin(body), choices)
  const at = await comeBack(back)
  const id = at.pathname.split('/').at(-1)
  const { items } = (await callRoute(CONNECTIONS, { headers })).json
  return { at, asked, connection: items.find((each: { id: string }) => each.id === id), back }
}

const workflowWith = async (name: string, action: string, connection?: string) => {
  const made = await callRoute(WORKFLOW, {
    headers,
    body: {
      name,
      document: {
        schema: 1,
        nodes: [
          { id: 'start', type: 'trigger.form', name: 'Start', config: { fields: [] } },
          { id: 'do', type: 'action', action, name: 'Do', input: {}, ...(connection ? { connection } : {}) },
        ],
        edges: [],
      },
    },
  })
  expect(made.status, JSON.stringify(made.json)).toBe(201)
  return made.json.id as string
}

const openIt = async (id: string) => {
  const [row] = await world.database.db
    .select()
    .from(connections)
    .where(eq(connections.id, id as never))
  if (!row) throw new Error(`no ${id}`)
  return openConnection(
    world.database.db,
    { ...world.owner, workspaceId: row.workspaceId as WorkspaceId },
    row.id,
  )
}

const endSoon = (id: string) =>
  world.database.db
    .update(connections)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(connections.id, id as never))

it('connects with the least scopes, and a return is good once', async () => {
  const plan = await callRoute(PLAN, { path: '/api/v1/connections/consent?connector=github', headers })
  expect(plan.json).toMatchObject({
    isSetUp: true,
    scopes: [],
    callbackUrl: 'http://localhost:3000/oauth/callback/github',
  })
  const { at, asked, connection, back } = await connect({ connector: 'github', name: 'Mine', shared: false })
  expect(asked).toEqual([])
  expect(at.pathname).toBe(`/w/${slug}/connections/${connection.id}`)
  expect(connection).toMatchObject({
    name: 'Mine',
    shared: false,
    status: 'ok',
    consent: { granted: [], missing: [] },
  })
  expect(connection.account).toBeTruthy()
  expect(why(await comeBack(back))).toEqual(['/connect-problem', 'replayed'])
})

it('asks for what a workflow needs, and tells what was left out and what is too much', async () => {
  const workflow = await workflowWith('File it', 'github.issue.create')
  const url = await begin({ connector: 'github', workflow })
  expect(new URL(url).searchParams.get('scope')).toBe('repo')
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')

  const partly = await connect({ connector: 'github', workflow }, { without: ['repo'] })
  expect(partly.asked).toEqual(['repo'])
  await workflowWith('Use it', 'github.issue.create', partly.connection.id)
  const again = await callRoute(CONNECTIONS, { headers })
  const found = again.json.items.find((each: { id: string }) => each.id === partly.connection.id)
  expect(found.consent.missing).toEqual([{ scope: 'repo', for: ['Create an issue'] }])
  await expect(
    runAction({
      action: 'github.repo.search',
      connection: await openIt(found.id),
      input: { query: 'website' },
      idempotencyKey: 'k',
      signal: AbortSignal.timeout(9_000),
    }),
  ).rejects.toMatchObject({ code: 'missing_scope' })

  const whole = await connect({ connector: 'github', connection: found.id })
  expect(whole.connection).toMatchObject({
    id: found.id,
    consent: { granted: ['repo'], missing: [], extra: [] },
  })

  const tooMuch = await connect({ connector: 'github', workflow, name: 'Unused' })
  expect(tooMuch.connection.consent.extra).toEqual(['repo'])
})

it('ends a denial, a wrong state, a strange session, a late return and a spent code at a page that says so', async () => {
  const denied = await consentAt(await begin({ connector: 'github' }), { decision: 'deny' })
  const at = await comeBack(denied.back)
  expect(why(at)).toEqual(['/connect-problem', 'denied'])
  expect(at.searchParams.get('workspace')).toBe(slug)

  const forged = new URL('http://localhost:3000/oauth/callback/github?code=x&state=guessed')
  expect(why(await comeBack(forged))[1]).toBe('wrong_state')
  expect(why(await comeBack(forged, {}))[1]).toBe('signed_out')

  const { back } = await consentAt(await begin({ connector: 'github' }))
  const elsewhere = new URL(back.href.replace('/github', '/slack'))
  expect(why(await comeBack(elsewhere))[1]).toBe('wrong_state')
  const otherSession = await browserHeaders(world.owner.userId, slug)
  expect(why(await comeBack(back, otherSession))[1]).toBe('other_session')
  const stranger = await world.member('builder')
  expect(why(await comeBack(back, await browserHeaders(stranger.userId)))[1]).toBe('other_session')
  const swapped = new URL(back)
  swapped.searchParams.set('code', 'of-another-account')
  expect(why(await comeBack(swapped))[1]).toBe('code_spent')

  const late = await consentAt(await begin({ connector: 'github' }))
  await world.database.db.update(consents).set({ expiresAt: sql`now() - interval '1 second'` })
  expect(why(await comeBack(late.back))[1]).toBe('expired')
})

it('sends nobody away without a browser or from the practice workspace, and ignores the host of the request', async () => {
  const practice = await callRoute(BEGIN, {
    body: { connector: 'github' },
    headers: await browserHeaders(world.owner.userId),
  })
  expect(practice.status).toBe(409)
  const url = await begin(
    { connector: 'github' },
    { ...headers, host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  )
  expect(new URL(url).searchParams.get('redirect_uri')).toBe('http://localhost:3000/oauth/callback/github')
})

it('keeps state and secrets out of sight in the database', async () => {
  const url = new URL(await begin({ connector: 'slack' }))
  const rows = await world.database.db.select().from(consents)
  expect(JSON.stringify(rows)).not.toContain(url.searchParams.get('state'))
  const [grant] = far.github.tokens.grants()
  const stored = await world.database.db.select().from(connections)
  expect(stored.some(({ secret }) => secret.includes(grant?.access ?? ''))).toBe(false)
})

it('renews a token that has ended once, however many ask at the same time, and stores the rotated one', async () => {
  const { connection } = await connect({ connector: 'slack' })
  const before = await openIt(connection.id)
  expect(Object.keys(before.secret)).toEqual(['token'])
  const count = () => far.slack.tokens.grants().length
  const grants = count()
  far.slack.tokens.expireAll()
  await endSoon(connection.id)
  const opened = await Promise.all(Array.from({ length: 6 }, () => openIt(connection.id)))
  const tokens = new Set(opened.map(({ secret }) => secret.token))
  expect(tokens.size).toBe(1)
  expect(tokens.has(before.secret.token ?? '')).toBe(false)
  // The old grant ended when it was rotated, and one other took its place.
  expect(count()).toBe(grants)
  const [next] = opened
  const output = await runAction({
    action: 'slack.account.get',
    connection: next ?? null,
    input: {},
    idempotencyKey: 'k',
    signal: AbortSignal.timeout(9_000),
  })
  expect(output).toMatchObject({ team: 'Acme' })
  // The rotated refresh token was stored: it renews once more.
  await endSoon(connection.id)
  expect((await openIt(connection.id)).secret.token).not.toBe(next?.secret.token)
})

it('keeps the refresh token of a service that does not rotate it', async () => {
  const workflow = await workflowWith('Read mail', 'google.mail.search')
  const { connection, asked } = await connect({ connector: 'google', workflow })
  expect(asked).toEqual([
    'https://www.googleapis.com/auth/gmail.readonly',
    'https://www.googleapis.com/auth/userinfo.email',
  ])
  expect(connection).toMatchObject({ status: 'ok', account: expect.stringContaining('Acme') })
  const tokens = new Set([(await openIt(connection.id)).secret.token])
  for (let round = 0; round < 2; round++) {
    far.google.tokens.expireAll()
    await endSoon(connection.id)
    tokens.add((await openIt(connection.id)).secret.token)
  }
  expect(tokens.size).toBe(3)
})

it('says that a consent taken back must be given again, which keeps the connection', async () => {
  const { connection } = await connect({ connector: 'slack' })
  const { secret } = await openIt(connection.id)
  far.slack.tokens.revoke(secret.token ?? '')
  await endSoon(connection.id)
  await expect(openIt(connection.id)).rejects.toMatchObject({
    code: 'reconnect',
    message: expect.stringContaining('Reconnect “Slack” in Connections'),
  })
  const marked = (await callRoute(CONNECTIONS, { headers })).json.items
  expect(marked.find((each: { id: string }) => each.id === connection.id).status).toBe('reconnect')
  const again = await connect({ connector: 'slack', connection: connection.id })
  expect(again.connection).toMatchObject({ id: connection.id, status: 'ok' })
})

it('gives the token back to the service when the connection is removed', async () => {
  for (const connector of ['github', 'slack', 'google'] as const) {
    const { connection } = await connect({ connector })
    const { secret } = await openIt(connection.id)
    expect(far[connector].tokens.find(secret.token ?? '').status).toBe('good')
    const removed = await callRoute(DELETE, { method: 'DELETE', headers, params: { id: connection.id } })
    expect(removed.status).toBeLessThan(300)
    expect(far[connector].tokens.find(secret.token ?? '').status).toBe('revoked')
  }
})
