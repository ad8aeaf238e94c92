import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as postPassword } from '@/app/api/v1/account/password/route'
import { DELETE as deleteInvitation } from '@/app/api/v1/invitations/[id]/route'
import { POST as acceptInvitation } from '@/app/api/v1/invitations/accept/route'
import { GET as getInvitations, POST as postInvitations } from '@/app/api/v1/invitations/route'
import { GET as getMe } from '@/app/api/v1/me/route'
import { POST as postResetLink } from '@/app/api/v1/members/[id]/reset-link/route'
import { DELETE as deleteMember, PATCH as patchMember } from '@/app/api/v1/members/[id]/route'
import { GET as getMembers } from '@/app/api/v1/members/route'
import { POST as postResets } from '@/app/api/v1/resets/route'
import { POST as postWorkspaces } from '@/app/api/v1/workspaces/route'
import { signInWithPassword } from '@/lib/services/sign-in/sign-in-with-password'
import { browserHeaders, callRoute, serviceWorld, type World } from '@/tests/support/service-world'

let world: World
let owner: Record<string, string>
beforeAll(async () => {
  world = await serviceWorld()
  owner = await browserHeaders(world.owner.userId)
})
afterAll(() => world.close())

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

async function invite(email: string, role: string) {
  const made = await callRoute(postInvitations, { body: { email, role }, headers: owner })
  expect(made.status).toBe(201)
  return { ...made.json, token: tokenOf(made.json.link) }
}

describe('invitations', () => {
  it('let a stranger make an account with the invited address, once', async () => {
    const { token } = await invite('Ben@Example.com', 'builder')
    const body = { token, name: 'Ben', password: 'a password of ben' }
    const accepted = await callRoute(acceptInvitation, { body })
    expect(accepted.json).toEqual({ workspace: 'practice', email: 'ben@example.com' })
    expect((await callRoute(acceptInvitation, { body })).status).toBe(404)
    const signedIn = await signInWithPassword({
      email: 'ben@example.com',
      password: body.password,
      address: 'a',
    })
    expect(signedIn).toMatchObject({ name: 'Ben' })
    const members = await callRoute(getMembers, { headers: owner })
    expect(members.json.items).toContainEqual(
      expect.objectContaining({ email: 'ben@example.com', role: 'builder' }),
    )
  })

  it('do not open an account that exists: its owner signs in first', async () => {
    const elsewhere = await world.member('viewer')
    const made = await callRoute(postWorkspaces, { body: { name: 'Näve  Ünit' }, headers: owner })
    expect(made.json.slug).toBe('nave-unit')
    const there = { ...owner, 'handrail-workspace': made.json.slug }
    const email = `${elsewhere.userId}@example.com`
    const invited = await callRoute(postInvitations, { body: { email, role: 'operator' }, headers: there })
    const token = tokenOf(invited.json.link)
    const stranger = await callRoute(acceptInvitation, {
      body: { token, name: 'X', password: 'long enough pass' },
    })
    expect(stranger.status).toBe(403)
    const other = await callRoute(acceptInvitation, { body: { token }, headers: owner })
    expect(other.status).toBe(403)
    const headers = await browserHeaders(elsewhere.userId)
    expect((await callRoute(acceptInvitation, { body: { token }, headers })).json.workspace).toBe('nave-unit')
    const me = await callRoute(getMe, { headers })
    expect(me.json.workspaces.map((each: { slug: string; role: string }) => [each.slug, each.role])).toEqual([
      ['practice', 'viewer'],
      ['nave-unit', 'operator'],
    ])
  })

  it('stop working when they are taken back or replaced', async () => {
    const first = await invite('cleo@example.com', 'viewer')
    const second = await invite('cleo@example.com', 'viewer')
    const accept = (token: string) =>
      callRoute(acceptInvitation, { body: { token, name: 'Cleo', password: 'cleo has a password' } })
    expect((await accept(first.token)).status).toBe(404)
    const listed = await callRoute(getInvitations, { headers: owner })
    expect(JSON.stringify(listed.json)).not.toContain(second.token)
    await callRoute(deleteInvitation, { method: 'DELETE', params: { id: second.id }, headers: owner })
    expect((await accept(second.token)).status).toBe(404)
  })
})

describe('members', () => {
  it('keep one owner, and nobody changes their own role', async () => {
    const patch = (id: string, body: unknown, headers: Record<string, string>) =>
      callRoute(patchMember, { method: 'PATCH', params: { id }, body, headers })
    expect((await patch(world.owner.userId, { role: 'viewer' }, owner)).status).toBe(403)
    const leave = { method: 'DELETE', params: { id: world.owner.userId }, headers: owner }
    expect((await callRoute(deleteMember, leave)).status).toBe(409)

    const admin = await world.member('admin')
    const headers = await browserHeaders(admin.userId)
    expect((await patch(admin.userId, { role: 'owner' }, headers)).status).toBe(403)
    const builder = await world.member('builder')
    expect((await patch(builder.userId, { role: 'owner' }, headers)).status).toBe(403)
    expect((await patch(world.owner.userId, { disabled: true }, headers)).status).toBe(403)
    expect((await patch(builder.userId, { role: 'operator' }, headers)).json.role).toBe('operator')
  })
})

describe('passwords', () => {
  it('are reset by a link that an admin makes, once, and end every session', async () => {
    const { token } = await invite('dora@example.com', 'viewer')
    await callRoute(acceptInvitation, { body: { token, name: 'Dora', password: 'the first password' } })
    const members = await callRoute(getMembers, { headers: owner })
    const dora = members.json.items.find((each: { email: string }) => each.email === 'dora@example.com')
    const session = await browserHeaders(dora.id)
    const made = await callRoute(postResetLink, { params: { id: dora.id }, body: {}, headers: owner })
    const body = { token: tokenOf(made.json.link), password: 'the second password' }
    expect((await callRoute(postResets, { body })).json).toEqual({ email: 'dora@example.com' })
    expect((await callRoute(postResets, { body })).status).toBe(404)
    expect((await callRoute(getMe, { headers: session })).status).toBe(401)
    const signIn = (password: string) =>
      signInWithPassword({ email: 'dora@example.com', password, address: 'b' })
    expect(await signIn('the first password')).toBeNull()
    expect(await signIn('the second password')).toMatchObject({ name: 'Dora' })
  })

  it('are not reset by an admin for someone who is also where that admin is not', async () => {
    const admin = await world.member('admin')
    const headers = await browserHeaders(admin.userId)
    const attempt = await callRoute(postResetLink, { params: { id: world.owner.userId }, body: {}, headers })
    expect(attempt.status).toBe(403)
  })

  it('are changed by their owner, whose other sessions end and whose present one goes on', async () => {
    const before = await browserHeaders(world.owner.userId)
    const wrong = await callRoute(postPassword, {
      body: { currentPassword: 'guess', newPassword: 'a much better one' },
      headers: before,
    })
    expect(wrong.status).toBe(422)
    const right = await callRoute(postPassword, {
      body: { currentPassword: 'correct horse battery', newPassword: 'a much better one' },
      headers: before,
    })
    expect(right.status).toBe(204)
    expect((await callRoute(getMe, { headers: before })).status).toBe(401)
    const [cookie = ''] = (right.headers.get('set-cookie') ?? '').split(';')
    expect((await callRoute(getMe, { headers: { cookie } })).status).toBe(200)
  })
})
