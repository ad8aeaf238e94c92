import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as postPassword } from '@/app/api/v1/account/password/route'
import { GET as getAudit } from '@/app/api/v1/audit/route'
import { GET as getMe } from '@/app/api/v1/me/route'
import { PATCH as patchMember } from '@/app/api/v1/members/[id]/route'
import { GET as getMembers } from '@/app/api/v1/members/route'
import { POST as postSetUp } from '@/app/api/v1/set-up/route'
import { POST as postTokens } from '@/app/api/v1/tokens/route'
import { GET as getWorkspace, PATCH as patchWorkspace } from '@/app/api/v1/workspace/route'
import { endSessions } from '@/db/queries/system/users'
import { readSessionToken } from '@/lib/auth/session-token'
import { endSession } from '@/lib/services/session/end-session'
import { signInWithPassword } from '@/lib/services/sign-in/sign-in-with-password'
import {
  browserHeaders,
  callRoute,
  serviceWorld,
  sessionCookie,
  type World,
} from '@/tests/support/service-world'

let world: World
beforeAll(async () => {
  world = await serviceWorld()
})
afterAll(() => world.close())

describe('calling the API', () => {
  it('answers a call without a session or token with 401 and a problem', async () => {
    const answer = await callRoute(getMe)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.json).toMatchObject({ status: 401, code: 'not_signed_in', detail: expect.any(String) })
  })

  it('answers a wrong token with 401', async () => {
    const answer = await callRoute(getMe, { headers: { authorization: 'Bearer hrl_wrong' } })
    expect(answer.status).toBe(401)
    expect(answer.json.detail).toMatch(/token is not valid/)
  })

  it('knows a person by their session and their workspaces', async () => {
    const headers = await browserHeaders(world.owner.userId)
    const answer = await callRoute(getMe, { headers })
    expect(answer.json).toMatchObject({
      email: 'olga@example.com',
      workspaces: [{ slug: 'practice', role: 'owner', practice: true }],
    })
  })

  it('asks for the workspace, and answers 404 for one of which the caller is no member', async () => {
    const { cookie = '' } = await browserHeaders(world.owner.userId)
    expect((await callRoute(getWorkspace, { headers: { cookie } })).status).toBe(400)
    const other = await callRoute(getWorkspace, { headers: { cookie, 'handrail-workspace': 'elsewhere' } })
    expect(other.status).toBe(404)
  })

  it('refuses a change that a page of another site sends', async () => {
    const cookie = await sessionCookie(world.owner.userId)
    const base = { cookie, 'handrail-workspace': 'practice' }
    for (const foreign of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ]) {
      const answer = await callRoute(patchWorkspace, {
        method: 'PATCH',
        body: { name: 'Taken' },
        headers: { ...base, ...foreign },
      })
      expect(answer.status).toBe(403)
    }
    const form = await callRoute(patchWorkspace, {
      method: 'PATCH',
      body: '{"name":"Taken"}',
      headers: { ...base, 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' },
    })
    expect(form.status).toBe(400)
  })

  it('refuses unknown fields and says which', async () => {
    const headers = await browserHeaders(world.owner.userId)
    const answer = await callRoute(patchWorkspace, { method: 'PATCH', body: { nam: 'X' }, headers })
    expect(answer.status).toBe(422)
    expect(answer.json.detail).toMatch(/nam/)
  })

  it('says where JSON breaks, and refuses 2 MB with 413', async () => {
    const headers = await browserHeaders(world.owner.userId)
    const broken = await callRoute(patchWorkspace, { method: 'PATCH', body: '{"name":\n  oops}', headers })
    expect(broken.status).toBe(400)
    expect(broken.json.detail).toMatch(/line 2, column 3/)
    const junk = await callRoute(patchWorkspace, { method: 'PATCH', body: 'x'.repeat(2_000_000), headers })
    expect(junk.status).toBe(413)
    expect(junk.json.code).toBe('too_large')
    const deep = await callRoute(patchWorkspace, { method: 'PATCH', body: '['.repeat(50_000), headers })
    expect(deep.status).toBe(400)
    const nature = await callRoute(patchWorkspace, {
      method: 'PATCH',
      body: '{"__proto__":{"x":1}}',
      headers,
    })
    expect(nature.status).toBe(400)
  })

  it('shuts a disabled member out at the next call, token and session alike', async () => {
    const builder = await world.member('builder')
    const owner = await browserHeaders(world.owner.userId)
    const theirs = await browserHeaders(builder.userId)
    const made = await callRoute(postTokens, { body: { name: 'ci', scopes: ['read'] }, headers: theirs })
    expect(made.status).toBe(201)
    const bearer = { authorization: `Bearer ${made.json.token}` }
    expect((await callRoute(getMembers, { headers: bearer })).status).toBe(200)
    await callRoute(patchMember, {
      method: 'PATCH',
      params: { id: builder.userId },
      body: { disabled: true },
      headers: owner,
    })
    expect((await callRoute(getMembers, { headers: theirs })).status).toBe(404)
    expect((await callRoute(getMembers, { headers: bearer })).status).toBe(401)
  })

  it('ends one session for good when it is signed out, and leaves the others', async () => {
    const person = await world.member('viewer')
    const [one, other] = [await browserHeaders(person.userId), await browserHeaders(person.userId)]
    const claims = await readSessionToken(one.cookie?.split('=')[1])
    if (!claims) throw new Error('The cookie is not one.')
    await endSession(claims)
    expect((await callRoute(getMe, { headers: one })).status).toBe(401)
    expect((await callRoute(getMe, { headers: other })).status).toBe(200)
  })

  it('ends every session of a person at once', async () => {
    const person = await world.member('viewer')
    const headers = await browserHeaders(person.userId)
    expect((await callRoute(getMe, { headers })).status).toBe(200)
    await endSessions(world.database.db, person)
    expect((await callRoute(getMe, { headers })).status).toBe(401)
  })
})

describe('set-up', () => {
  it('makes an owner once and never again', async () => {
    const again = await callRoute(postSetUp, {
      body: { name: 'Eve', email: 'eve@example.com', password: 'another long password' },
    })
    expect(again.status).toBe(409)
  })
})

describe('signing in by password', () => {
  const attempt = (password: string, address = '10.0.0.1', email = 'olga@example.com') =>
    signInWithPassword({ email, password, address })

  it('lets the right one in, whatever the case of the address', async () => {
    expect(await attempt('correct horse battery', '10.0.0.9', ' Olga@Example.com ')).toMatchObject({
      id: world.owner.userId,
    })
  })

  it('slows guessing from one address and leaves the owner at another alone', async () => {
    const guesses = []
    for (let guess = 0; guess < 8; guess++) guesses.push(await attempt(`wrong ${guess}`))
    expect(guesses.slice(0, 5)).toEqual([null, null, null, null, null])
    expect(guesses.slice(-1)).toEqual(['slow_down'])
    expect(await attempt('correct horse battery')).toBe('slow_down')
    expect(await attempt('correct horse battery', '10.0.0.9')).toMatchObject({ id: world.owner.userId })
  })

  it('treats an account that does not exist in the same way', async () => {
    const guesses = []
    for (let guess = 0; guess < 8; guess++) guesses.push(await attempt('x', '10.0.0.2', 'nobody@example.com'))
    expect(guesses.slice(0, 5)).toEqual([null, null, null, null, null])
    expect(guesses.slice(-1)).toEqual(['slow_down'])
  })
})

describe('the audit log', () => {
  it('tells of sign-ins that failed, of signing out and of new passwords', async () => {
    const [one, other] = [
      await browserHeaders(world.owner.userId),
      (await browserHeaders(world.owner.userId)).cookie,
    ]
    const told = async () => {
      const page = await callRoute(getAudit, { headers: one })
      const entries: { action: string; actor: unknown; subject: { name: string } }[] = page.json.items
      return entries.map(({ action, actor, subject }) => [action, actor !== null, subject.name])
    }
    const email = 'olga@example.com'
    await signInWithPassword({ email, password: 'wrong', address: '10.0.0.77' })
    await expect.poll(told).toContainEqual(['session.sign_in_failed', false, email])
    const claims = await readSessionToken(other?.split('=')[1])
    if (!claims) throw new Error('The cookie is not one.')
    await endSession(claims)
    expect(await told()).toContainEqual(['session.sign_out', true, email])
    const body = { currentPassword: 'correct horse battery', newPassword: 'a new long password' }
    const changed = await callRoute(postPassword, { body, headers: one })
    const [cookie = ''] = (changed.headers.get('set-cookie') ?? '').split(';')
    one.cookie = cookie
    expect(await told()).toContainEqual(['account.password', true, email])
  })

  it('is neither changed nor deleted, not even by a query', async () => {
    const { sql } = world.database
    await expect(sql`update audit_entries set action = 'x'`).rejects.toThrow(/neither changed nor deleted/)
    await expect(sql`delete from audit_entries`).rejects.toThrow(/neither changed nor deleted/)
  })
})
