import { mailboxAddress, mailboxName } from '../../seed/people'
import type { ConsentDialect } from '../dialect'

const auth = 'https://www.googleapis.com/auth'

/** By the beginning of a path, the scopes of which reading and changing need one. */
const areas: readonly {
  readonly path: RegExp
  readonly read: readonly string[]
  readonly change: readonly string[]
}[] = [
  {
    path: /messages\/send$|drafts\/send$/,
    read: [],
    change: ['gmail.send', 'gmail.compose', 'gmail.modify'],
  },
  {
    path: /^\/(upload\/)?gmail\/v1\/users\/[^/]+\/drafts/,
    read: ['gmail.compose', 'gmail.modify', 'gmail.readonly'],
    change: ['gmail.compose', 'gmail.modify'],
  },
  {
    path: /^\/gmail\//,
    read: ['gmail.readonly', 'gmail.modify', 'gmail.labels'],
    change: ['gmail.modify', 'gmail.labels'],
  },
  {
    path: /^\/calendar\//,
    read: [
      'calendar',
      'calendar.readonly',
      'calendar.events',
      'calendar.events.readonly',
      'calendar.freebusy',
      'calendar.calendarlist.readonly',
    ],
    change: ['calendar', 'calendar.events', 'calendar.freebusy'],
  },
  {
    path: /^\/(upload\/)?drive\//,
    read: ['drive', 'drive.file', 'drive.readonly', 'drive.metadata.readonly'],
    change: ['drive', 'drive.file'],
  },
  {
    path: /^\/v1\/documents/,
    read: ['documents', 'documents.readonly', 'drive', 'drive.file', 'drive.readonly'],
    change: ['documents', 'drive', 'drive.file'],
  },
  {
    path: /^\/v4\/spreadsheets/,
    read: ['spreadsheets', 'spreadsheets.readonly', 'drive', 'drive.file', 'drive.readonly'],
    change: ['spreadsheets', 'drive', 'drive.file'],
  },
]

/** Google's access tokens are good for an hour; its refresh token stays the same, and comes only for `offline`. */
export const google: ConsentDialect = {
  title: 'Google',
  authorizePath: '/o/oauth2/v2/auth',
  tokenPath: '/token',
  revokes: (request, body) =>
    new URL(request.url).pathname === '/revoke' ? (new URLSearchParams(body).get('token') ?? '') : null,
  revoked: () => Response.json({}),
  prefix: 'ya29.',
  seconds: 3_600,
  refreshes: (asked) => asked.get('access_type') === 'offline',
  rotates: false,
  pkce: true,
  accounts: [{ login: mailboxAddress, name: mailboxName }],
  granted: ({ access, refresh, scopes }) =>
    Response.json({
      access_token: access,
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: scopes.join(' '),
      ...(refresh ? { refresh_token: refresh } : {}),
    }),
  refused: (why) =>
    Response.json(
      { error: why === 'bad client' ? 'invalid_client' : 'invalid_grant' },
      { status: why === 'bad client' ? 401 : 400 },
    ),
  needs(request) {
    const path = new URL(request.url).pathname
    const area = areas.find((each) => each.path.test(path))
    const names = request.method === 'GET' ? area?.read : area?.change
    return (names ?? []).map((name) => `${auth}/${name}`)
  },
  forbidden: () =>
    Response.json(
      {
        error: {
          code: 403,
          message: 'Request had insufficient authentication scopes.',
          status: 'PERMISSION_DENIED',
          details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
        },
      },
      { status: 403 },
    ),
}
