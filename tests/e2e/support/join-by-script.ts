import { expect } from '@playwright/test'
import type { Role, Scope } from '@/lib/policy/actor'
import { type ApiClient, apiClient } from '../../support/api-client'
import { signIn } from '../../support/session-client'
import { practice } from './owner'

export type Joined = { readonly email: string; readonly password: string; readonly api: ApiClient }

/** Invites someone, accepts as them, signs in as them and makes a token: all without a browser. */
export async function joinByScript(
  url: string,
  inviter: ApiClient,
  who: { name: string; role: Role; scopes: readonly Scope[] },
): Promise<Joined> {
  // A worker that starts again after a failure invites a new person: the first one is a member already.
  const email = `${who.name.toLowerCase().replace(/\W+/g, '.')}.${Date.now().toString(36)}@example.com`
  const password = `a long password of ${who.name}`
  const invited = await inviter.post('/invitations', { email, role: who.role })
  expect(invited.status, JSON.stringify(invited.body)).toBe(201)
  const token = new URL(invited.body.link).pathname.split('/').at(-1)
  const accepted = await fetch(`${url}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, name: who.name, password }),
  })
  expect(accepted.status, await accepted.text()).toBe(201)
  const session = await signIn(url, { email, password })
  const made = await session.call('POST', '/tokens', {
    body: { name: 'Scripts', scopes: who.scopes },
    workspace: practice,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { email, password, api: apiClient(url, made.body.token) }
}
