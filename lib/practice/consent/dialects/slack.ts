import { people } from '../../seed/people'
import type { ConsentDialect } from '../dialect'

/** By method, the scopes of which it needs one. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'conversations.list': ['channels:read'],
  'conversations.info': ['channels:read'],
  'conversations.history': ['channels:history'],
  'conversations.replies': ['channels:history'],
  'conversations.create': ['channels:manage'],
  'conversations.invite': ['channels:manage'],
  'conversations.open': ['im:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.scheduleMessage': ['chat:write'],
  'reactions.add': ['reactions:write'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
}

const methodOf = ({ url }: Request) => new URL(url).pathname.split('/').at(-1) ?? ''

/** Slack says no with status 200. With token rotation on, a token is good for twelve hours. */
export const slack: ConsentDialect = {
  title: 'Slack',
  authorizePath: '/oauth/v2/authorize',
  tokenPath: '/api/oauth.v2.access',
  revokes: (request) =>
    methodOf(request) === 'auth.revoke'
      ? (request.headers.get('authorization')?.replace(/^bearer\s+/i, '') ?? '')
      : null,
  revoked: () => Response.json({ ok: true, revoked: true }),
  prefix: 'xoxb-',
  seconds: 43_200,
  refreshes: () => true,
  rotates: true,
  pkce: false,
  accounts: people.map(({ slackId, name }) => ({ login: slackId, name })),
  granted: ({ access, refresh, scopes }) =>
    Response.json({
      ok: true,
      access_token: access,
      token_type: 'bot',
      scope: scopes.join(','),
      refresh_token: refresh,
      expires_in: 43_200,
      team: { id: 'T0ACME', name: 'Acme' },
    }),
  refused: (why) =>
    Response.json({
      ok: false,
      error: {
        'bad client': 'bad_client_secret',
        'bad code': 'invalid_code',
        'bad refresh token': 'invalid_refresh_token',
      }[why],
    }),
  needs: (request) => scopesOfMethod[methodOf(request)] ?? [],
  forbidden: (needed, held) =>
    Response.json({ ok: false, error: 'missing_scope', needed: needed.join(','), provided: held.join(',') }),
}
