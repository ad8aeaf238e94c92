import { practiceCloudId } from '../../jira/emulate-jira'
import { people } from '../../seed/people'
import type { ConsentDialect } from '../dialect'

/** The one site of the practice company. Calls go to `/ex/jira/{id}/…`. */
export const practiceSite = {
  id: practiceCloudId,
  url: 'https://acme.atlassian.net',
  name: 'acme',
} as const

/** Every refresh token of Atlassian is good once; one that was used says so with 403. */
export const atlassian: ConsentDialect = {
  title: 'Atlassian',
  authorizePath: '/authorize',
  tokenPath: '/oauth/token',
  revokes: () => null,
  revoked: () => new Response(null, { status: 204 }),
  prefix: 'atl-',
  seconds: 3_600,
  refreshes: (asked) => (asked.get('scope') ?? '').split(' ').includes('offline_access'),
  rotates: true,
  pkce: false,
  accounts: people.map(({ login, name }) => ({ login, name })),
  granted: ({ access, refresh, scopes }) =>
    Response.json({
      access_token: access,
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: scopes.join(' '),
      ...(refresh ? { refresh_token: refresh } : {}),
    }),
  refused: (why) =>
    why === 'bad refresh token'
      ? Response.json(
          { error: 'unauthorized_client', error_description: 'refresh_token is invalid' },
          { status: 403 },
        )
      : Response.json(
          { error: why === 'bad client' ? 'access_denied' : 'invalid_grant', error_description: why },
          { status: why === 'bad client' ? 401 : 403 },
        ),
  needs(request) {
    const path = new URL(request.url).pathname
    if (!path.includes('/rest/api/3/')) return []
    if (/\/(myself|user\b|users\b|user\/)/.test(path)) return ['read:jira-user']
    const isRead = request.method === 'GET' || path.endsWith('/search/jql')
    return [isRead ? 'read:jira-work' : 'write:jira-work']
  },
  forbidden: () =>
    Response.json({ code: 401, message: 'Unauthorized; scope does not match' }, { status: 401 }),
  tells: (request, { scopes }) =>
    new URL(request.url).pathname === '/oauth/token/accessible-resources'
      ? Response.json([{ ...practiceSite, scopes, avatarUrl: '' }])
      : null,
}
