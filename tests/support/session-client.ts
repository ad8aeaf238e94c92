import type { ApiAnswer } from './api-client'

/** A person signed in, as a browser would be: the session's cookies, and the workspace named in a header. */
export type SessionClient = {
  readonly cookie: string
  call(method: string, path: string, options?: { body?: unknown; workspace?: string }): Promise<ApiAnswer>
}

/** Signs in with e-mail and password through the sign-in form's own address. Throws when that is refused. */
export async function signIn(
  url: string,
  person: { email: string; password: string },
): Promise<SessionClient> {
  const jar = new Map<string, string>()
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf: { csrfToken: string } = await keep(await fetch(`${url}/api/auth/csrf`)).json()
  const answer = keep(
    await fetch(`${url}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded', origin: url },
      body: new URLSearchParams({ csrfToken: csrf.csrfToken, ...person, json: 'true' }),
      redirect: 'manual',
    }),
  )
  if (![...jar.keys()].some((name) => name.includes('session'))) {
    throw new Error(`Sign-in as ${person.email} was refused with ${answer.status}.`)
  }
  return {
    cookie: cookie(),
    async call(method, path, { body, workspace } = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          cookie: cookie(),
          origin: url,
          'content-type': 'application/json',
          ...(workspace ? { 'handrail-workspace': workspace } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null }
    },
  }
}
