import { afterAll, beforeAll, expect, it } from 'vitest'
import { oauthProviders } from '@/lib/connectors/oauth'
import { backendOf } from '@/lib/practice/backends'
import { practiceClient } from '@/lib/practice/consent/dialect'
import { atlassian, practiceSite } from '@/lib/practice/consent/dialects/atlassian'
import { type TokenBook, tokenBook } from '@/lib/practice/consent/token-book'
import { effectCounter } from '@/lib/practice/effect-counter'
import { noFaults } from '@/lib/practice/faults'
import { type Front, serveFront } from '@/lib/practice/front'
import type { PracticeService } from '@/lib/practice/services/service'
import { askForTokens } from '@/lib/services/connections/oauth/ask-for-tokens'
import { settingsOf } from '@/lib/services/connections/oauth/settings-of'
import { consentAt } from '@/tests/support/consent'
import { openTestInstallation } from '@/tests/support/service-world'

/** Atlassian's door alone: behind it everything is found. */
const service: PracticeService = {
  start: async () => emulated,
  seed: async () => {},
  refuse: () => Response.json({ code: 401, message: 'Unauthorized' }, { status: 401 }),
  isChange: () => false,
  effectKey: () => null,
  consent: atlassian,
}
const emulated = { handle: async () => Response.json({ fine: true }), snapshot: () => null, restore() {} }

let front: Front
let book: TokenBook
let close: () => Promise<void>
beforeAll(async () => {
  book = tokenBook()
  front = await serveFront(
    async () => backendOf(service, emulated, { tokens: [], book, changed: async () => {} }),
    {
      faults: noFaults(),
      effects: effectCounter(),
    },
  )
  process.env.HANDRAIL_ATLASSIAN_URL = front.url
  ;({ close } = await openTestInstallation())
})
afterAll(async () => {
  await close()
  await front.close()
})

const provider = oauthProviders.atlassian
const redirectUri = 'http://localhost:3000/oauth/callback/atlassian'

async function consent(scope: string) {
  const asked = new URLSearchParams({
    ...provider.parameters,
    response_type: 'code',
    client_id: practiceClient.id,
    redirect_uri: redirectUri,
    scope,
    state: 's',
  })
  const { back } = await consentAt(`${front.url}/authorize?${asked}`)
  const answer = await askForTokens(provider, practiceClient, {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
  })
  if (answer.status !== 'granted') throw new Error(answer.said)
  return answer.tokens
}

const call = (token: string, path: string, method = 'GET') =>
  fetch(front.url + path, { method, headers: { authorization: `Bearer ${token}` } })

it('names the site for which a consent was given, and lets a token do no more than was granted', async () => {
  const { access, scopes, expiresInSeconds } = await consent('read:jira-work offline_access')
  expect([scopes, expiresInSeconds]).toEqual([['read:jira-work', 'offline_access'], 3_600])
  expect(await settingsOf(provider, access)).toEqual({ cloudId: practiceSite.id, site: practiceSite.url })
  const issue = `/ex/jira/${practiceSite.id}/rest/api/3/issue`
  expect((await call(access, `${issue}/ACME-1`)).status).toBe(200)
  expect((await call(access, issue, 'POST')).status).toBe(401)
  expect((await call('guessed', `${issue}/ACME-1`)).status).toBe(401)
})

it('gives another refresh token at every use, and takes none twice', async () => {
  const first = await consent('read:jira-work offline_access')
  const renew = (refresh = '') =>
    askForTokens(provider, practiceClient, { grant_type: 'refresh_token', refresh_token: refresh })
  const second = await renew(first.refresh)
  if (second.status !== 'granted') throw new Error(second.said)
  expect(second.tokens.refresh).not.toBe(first.refresh)
  expect(book.find(first.access).status).toBe('revoked')
  expect(await renew(first.refresh)).toEqual({ status: 'spent', said: 'unauthorized_client' })
  expect((await renew(second.tokens.refresh)).status).toBe('granted')
})

it('gives no refresh token without offline access, and none to an app with a wrong secret', async () => {
  expect((await consent('read:jira-work')).refresh).toBeUndefined()
  const wrong = askForTokens(
    provider,
    { ...practiceClient, secret: 'wrong' },
    { grant_type: 'refresh_token' },
  )
  await expect(wrong).rejects.toMatchObject({ code: 'service_failed', who: 'operator' })
})
