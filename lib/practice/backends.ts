import type { Emulated, ServiceName } from './emulated'
import type { Backend } from './front'
import { tokenWheel } from './internal-token'
import { botLogin, botSlackId } from './seed/people'

type Refusals = { readonly noToken: () => Response; readonly badToken: () => Response }

const refusals: Readonly<Record<ServiceName, Refusals>> = {
  github: {
    noToken: () => Response.json({ message: 'Requires authentication' }, { status: 401 }),
    badToken: () => Response.json({ message: 'Bad credentials' }, { status: 401 }),
  },
  slack: {
    noToken: () => Response.json({ ok: false, error: 'not_authed' }),
    badToken: () => Response.json({ ok: false, error: 'invalid_auth' }),
  },
}

/** An emulated service behind a front: the tokens it knows act as its bot, every other is refused. */
export function backendOf(
  service: ServiceName,
  emulated: Emulated,
  { tokens, changed }: { readonly tokens: readonly string[]; changed(): Promise<void> },
): Backend {
  const next = tokenWheel(service === 'github' ? botLogin : botSlackId)
  const { noToken, badToken } = refusals[service]
  return {
    async handle(request) {
      const response = await emulated.handle(request)
      // The emulator counts the requests of its own tokens, which mean nothing outside.
      const headers = new Headers(response.headers)
      for (const name of ['limit', 'remaining', 'reset', 'resource']) headers.delete(`x-ratelimit-${name}`)
      return new Response(response.body, { status: response.status, headers })
    },
    authorise(request, body) {
      const token = tokenIn(request, body)
      if (!token) return noToken()
      if (!tokens.includes(token)) return badToken()
      const headers = new Headers(request.headers)
      headers.set('authorization', `Bearer ${next()}`)
      return new Request(request, { headers })
    },
    isChange: ({ method, url }) =>
      service === 'slack'
        ? !/\/api\/(auth\.test|[\w.]+\.(list|info|history|replies|members|getPermalink))$/.test(
            new URL(url).pathname,
          )
        : method !== 'GET' && method !== 'HEAD',
    changed,
  }
}

function tokenIn(request: Request, body: string): string | null {
  const header = request.headers
    .get('authorization')
    ?.replace(/^(bearer|token)\s+/i, '')
    .trim()
  if (header) return header
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  return isForm ? new URLSearchParams(body).get('token') : null
}
