import NextAuth from 'next-auth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as getAudit } from '@/app/api/v1/audit/route'
import { GET as getMe } from '@/app/api/v1/me/route'
import { authOptions } from '@/lib/auth/options'
import { shareAddressWithNextAuth } from '@/lib/env'
import { noteSignIn } from '@/lib/services/audit/record-account-event'
import { checkSession } from '@/lib/services/session/check-session'
import { endSession } from '@/lib/services/session/end-session'
import { signInWithPassword } from '@/lib/services/sign-in/sign-in-with-password'
import { callRoute, serviceWorld, type World } from '@/tests/support/service-world'

let world: World
beforeAll(async () => {
  world = await serviceWorld()
  shareAddressWithNextAuth()
})
afterAll(() => world.close())

type Answered = { status: number; location: string; body: unknown }

/** A browser’s way through next-auth: its cookies go along from call to call. */
function browser() {
  const cookies: Record<string, string> = {}
  const call = async (
    method: string,
    action: string,
    body: Record<string, string> = {},
  ): Promise<Answered> => {
    const answered: Answered = { status: 200, location: '', body: null }
    const set: string[] = []
    const response = {
      status: (status: number) => {
        answered.status = status
        return response
      },
      getHeader: (name: string) => (name === 'Set-Cookie' ? set : undefined),
      setHeader: (name: string, value: string | string[]) => {
        if (name === 'Set-Cookie') set.splice(0, set.length, ...[value].flat())
        if (name === 'Location') answered.location = String(value)
        return response
      },
      json: (value: unknown) => Object.assign(answered, { body: value }),
      send: (value: unknown) => Object.assign(answered, { body: value }),
      end: () => {},
    }
    const request = {
      method,
      query: { nextauth: action.split('/') },
      cookies,
      headers: { 'x-forwarded-for': '10.1.1.1' },
      body,
    }
    const ports = { signInWithPassword, checkSession, endSession, noteSignIn }
    const options = authOptions({ ...ports, signInWithIdentity: async () => null })
    await NextAuth(request as never, response as never, options)
    for (const cookie of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies[name] = decodeURIComponent(value)
    }
    return answered
  }
  const post = async (action: string, body: Record<string, string> = {}) => {
    const { body: token } = await call('GET', 'csrf')
    return call('POST', action, { ...body, csrfToken: Object(token).csrfToken })
  }
  const cookie = () => `handrail.session=${cookies['handrail.session'] ?? ''}`
  return { call, post, cookie }
}

it('signs in by password, is known to the API, and is gone for good after signing out', async () => {
  const { call, post, cookie } = browser()
  const wrong = await post('callback/credentials', { email: 'olga@example.com', password: 'a wrong one' })
  expect(wrong.location).toContain('error=CredentialsSignin')
  await post('callback/credentials', { email: 'olga@example.com', password: 'correct horse battery' })
  const kept = cookie()
  const headers = { cookie: kept, 'handrail-workspace': 'practice' }
  expect((await callRoute(getMe, { headers })).json.email).toBe('olga@example.com')
  expect((await call('GET', 'session')).body).toMatchObject({ user: { name: 'Olga' } })
  const path = '/api/v1/audit?action=session.sign_in'
  expect((await callRoute(getAudit, { path, headers })).json.items).toHaveLength(1)
  await post('signout')
  expect((await callRoute(getMe, { headers: { cookie: kept } })).status).toBe(401)
})

it('does nothing without the token against forged calls', async () => {
  const { call, cookie } = browser()
  await call('GET', 'csrf')
  const body = { email: 'olga@example.com', password: 'correct horse battery', csrfToken: 'forged' }
  await call('POST', 'callback/credentials', body)
  expect(cookie()).toBe('handrail.session=')
})
