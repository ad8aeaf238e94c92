import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { newId } from '@/db/new-id'
import { joinWorkspace } from '@/db/queries/system/invitations'
import { insertUser } from '@/db/queries/system/users'
import { newSessionPayload, sessionCookieName } from '@/lib/auth/session-token'
import type { UserId, WorkspaceId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import { type Actor, type Role, scopes } from '@/lib/policy/actor'
import type { Route } from '@/lib/services/http/route'
import { createOwner } from '@/lib/services/set-up/create-owner'
import { type TestDatabase, testDatabase } from './database'

export type World = {
  readonly database: TestDatabase
  /** The owner of the practice workspace, made by set-up. */
  readonly owner: Actor
  /** Adds a person to a workspace. */
  member(role: Role, workspaceId?: WorkspaceId): Promise<Actor>
  close(): Promise<void>
}

/** A whole installation on a database of its own: what services and routes need to run. */
export async function serviceWorld(): Promise<World> {
  const database = await openTestInstallation()
  const owner = await createOwner({
    name: 'Olga',
    email: 'olga@example.com',
    password: 'correct horse battery',
  })
  return {
    database,
    owner,
    async member(role, workspaceId = owner.workspaceId) {
      const userId = newId<UserId>('usr')
      const name = `${role} ${userId.slice(-4)}`
      await insertUser(database.db, { id: userId, email: `${userId}@example.com`, name, passwordHash: null })
      await joinWorkspace(database.db, { workspaceId, userId, role })
      return { userId, workspaceId, role, name, via: 'session', scopes }
    },
    close: database.close,
  }
}

/** Test files run side by side, and a data folder belongs to one process. */
function ownDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-test-data-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Points the process's own pool at a fresh database. */
export async function openTestInstallation(): Promise<TestDatabase> {
  const database = await testDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    HANDRAIL_ENCRYPTION_KEY: process.env.HANDRAIL_ENCRYPTION_KEY ?? randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? randomBytes(32).toString('hex'),
    HANDRAIL_DATA_DIR: process.env.HANDRAIL_DATA_DIR ?? ownDataFolder(),
    HANDRAIL_LOG: process.env.HANDRAIL_LOG ?? 'silent',
  })
  Object.assign(globalThis, { handrailDatabase: database })
  return database
}

/** The session cookie of a person, as signing in would set it. */
export async function sessionCookie(userId: UserId, version = 1): Promise<string> {
  const token = newSessionPayload({ id: userId, sessionVersion: version })
  return `${sessionCookieName()}=${await encode({ token, secret: env().NEXTAUTH_SECRET })}`
}

export type Call = {
  readonly path?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls a route as Next.js does, with headers as a browser or script would send them. */
export async function callRoute(route: Route, call: Call = {}) {
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST')
  const response = await route(
    new Request(`http://localhost:3000${call.path ?? '/api/v1/test'}`, {
      method,
      headers: {
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined
        ? {}
        : { body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body) }),
    }),
    { params: Promise.resolve(call.params ?? {}) },
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
}

/** The headers with which a page of Handrail calls for this person. */
export async function browserHeaders(
  userId: UserId,
  workspace = 'practice',
): Promise<Record<string, string>> {
  return {
    cookie: await sessionCookie(userId),
    'handrail-workspace': workspace,
    'sec-fetch-site': 'same-origin',
  }
}
