import { people } from '../../seed/people'
import type { ConsentDialect } from '../dialect'

/** GitHub answers 200 when it refuses a code, and its tokens do not end. */
export const github: ConsentDialect = {
  title: 'GitHub',
  authorizePath: '/login/oauth/authorize',
  tokenPath: '/login/oauth/access_token',
  revokes(request, body) {
    const isMeant = request.method === 'DELETE' && /^\/applications\/[^/]+\/token$/.test(pathOf(request))
    return isMeant ? (/"access_token":"([^"]+)"/.exec(body)?.[1] ?? '') : null
  },
  revoked: () => new Response(null, { status: 204 }),
  prefix: 'gho_',
  seconds: null,
  refreshes: () => false,
  rotates: true,
  pkce: true,
  accounts: people.map(({ login, name }) => ({ login, name })),
  granted: ({ access, scopes }) =>
    Response.json({ access_token: access, token_type: 'bearer', scope: scopes.join(',') }),
  refused: (why) =>
    Response.json({
      error: {
        'bad client': 'incorrect_client_credentials',
        'bad code': 'bad_verification_code',
        'bad refresh token': 'bad_refresh_token',
      }[why],
    }),
  needs: (request) => (/^\/(repos|search)\//.test(pathOf(request)) ? ['repo', 'public_repo'] : []),
  forbidden: (needed) =>
    Response.json(
      { message: 'Resource not accessible by this token' },
      { status: 403, headers: { 'x-accepted-oauth-scopes': needed.join(', ') } },
    ),
}

function pathOf({ url }: Request): string {
  return new URL(url).pathname
}
