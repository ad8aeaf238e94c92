import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { practiceModelToken } from '../../lib/practice/model/name'
import { type ApiClient, apiClient } from '../support/api-client'
import { type AppProcess, startApp } from '../support/app-process'
import { databaseOf } from '../support/database-of'
import { type SessionClient, signIn } from '../support/session-client'
import { type FarSide, startFarSide } from './far-side'

/** Who set the installation up. */
export const owner = { email: 'owner@example.com', password: 'a long enough password' }

/** A product under test: its process may be killed and started again; its data and its far sides stay. */
export type World = {
  readonly far: FarSide
  readonly sql: postgres.Sql
  readonly databaseUrl: string
  readonly connections: { readonly github: string; readonly slack: string; readonly http: string }
  app(): AppProcess
  /** As the owner. */
  readonly api: ApiClient
  /** As the owner, at another process of the same installation. */
  at(url: string): ApiClient
  /** The owner's token. */
  readonly token: string
  /** The owner's session in a browser. */
  readonly cookie: string
  readonly workspace: string
  /** Two other members: operators by role. */
  readonly second: ApiClient
  readonly third: ApiClient
  /** SIGKILL, then a new start. Returns the milliseconds from the start of the new process until it was healthy. */
  killAndRestart(): Promise<number>
  restart(): Promise<number>
  stop(): Promise<void>
}

/** Starts one on a data folder of its own, or in this one. */
export async function startWorld({ directory }: { directory?: string } = {}): Promise<World> {
  const far = await startFarSide()
  const env = {
    HANDRAIL_OWNER_EMAIL: owner.email,
    HANDRAIL_OWNER_PASSWORD: owner.password,
    HANDRAIL_GITHUB_URL: far.addresses.github,
    HANDRAIL_SLACK_URL: far.addresses.slack,
    HANDRAIL_LOG: 'warn',
  }
  let app = await startApp({ env, ...(directory ? { directory } : {}) })
  const port = Number(new URL(app.url).port)
  const databaseUrl = databaseOf(app.directory).url
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {} })
  const people = await setUp(app.url, far).catch(async (error: unknown) => {
    await app.stop()
    far.stop()
    throw error
  })
  const start = async () => {
    const started = performance.now()
    app = await startApp({ env, port, directory: app.directory })
    return performance.now() - started
  }
  return {
    far,
    sql,
    databaseUrl,
    ...people,
    app: () => app,
    restart: start,
    killAndRestart: async () => {
      await app.kill()
      return start()
    },
    stop: async () => {
      await sql.end()
      await app.stop()
      far.stop()
    },
  }
}

/** A real workspace, connected to the emulators as to the vendors' own hosts, with two members. */
async function setUp(url: string, far: FarSide) {
  const session = await signIn(url, owner)
  const workspace: string = must(await session.call('POST', '/workspaces', { body: { name: 'Faults' } })).slug
  const scopes = ['read', 'build', 'run', 'approve', 'administer']
  const tokenOf = async (who: SessionClient) =>
    String(must(await who.call('POST', '/tokens', { workspace, body: { name: 'faults', scopes } })).token)
  const token = await tokenOf(session)
  const api = apiClient(url, token)
  const operator = async (name: string) => {
    const person = {
      name,
      email: `${name.toLowerCase()}@example.com`,
      password: randomBytes(12).toString('hex'),
    }
    const invitation = must(await api.post('/invitations', { email: person.email, role: 'operator' }))
    must(await invite(url, String(invitation.link), person))
    return apiClient(url, await tokenOf(await signIn(url, person)))
  }
  const second = await operator('Second')
  const third = await operator('Third')
  const connect = async (
    connector: string,
    values: Record<string, string>,
    more: Record<string, unknown> = {},
  ) => String(must(await api.post('/connections', { connector, name: connector, values, ...more })).id)
  const connections = {
    github: await connect('github', { token: far.addresses.token }),
    slack: await connect('slack', { token: far.addresses.token }),
    http: await connect(
      'http',
      { token: far.addresses.token, hosts: new URL(far.addresses.http).host },
      { allowPrivate: true },
    ),
  }
  must(
    await api.post('/providers', {
      name: 'Model',
      baseUrl: far.addresses.model,
      apiKey: practiceModelToken,
      api: 'responses',
      defaultModel: 'practice-model',
      isDefault: true,
      allowPrivate: true,
    }),
  )
  return {
    api,
    token,
    cookie: session.cookie,
    at: (other: string) => apiClient(other, token),
    second,
    third,
    workspace,
    connections,
  }
}

async function invite(url: string, link: string, person: { name: string; email: string; password: string }) {
  const token = link.slice(link.lastIndexOf('/') + 1)
  const response = await fetch(`${url}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, name: person.name, password: person.password }),
  })
  return { status: response.status, body: await response.json() }
}

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer, read by the caller who knows it.
export function must(answer: { status: number; body: any }): any {
  if (answer.status >= 300) throw new Error(`Refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
