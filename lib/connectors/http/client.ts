import 'server-only'
import { answerError } from '../../net/answer-error'
import { type Fetch, guardedFetch } from '../../net/guarded-fetch'
import { isSafeMethod } from '../../net/redirect'
import type { ClientContext, ConnectorClient, OpenConnection } from '../contract'
import { authenticationOf } from './authentication'
import { accessToken } from './token-client'

/** What the behaviours of this connector are given in the place of an SDK. */
export type HttpClient = {
  readonly fetch: Fetch
  /** The error for an answer that is no success. `method`: of the request that it answers. */
  refusal(answer: Response, method: string): Error
}

export const client: ConnectorClient<HttpClient> = {
  open(context: ClientContext) {
    const { action, connection, hosts, signal } = context
    // A connection's secret goes to its own hosts only, whatever the step says.
    const allowHosts = connection ? hostsOf(connection) : hosts
    const send = guardedFetch({
      ...(allowHosts ? { allowHosts } : {}),
      allowPrivate: connection?.allowPrivate ?? false,
      signal,
      // Otherwise the method tells: any may be sent.
      ...(action.effect === 'read' ? { isSafe: true } : {}),
    })
    return {
      fetch: connection ? authenticated(send, connection, context) : send,
      refusal: ({ status, headers }, method) =>
        answerError({
          service: 'The address',
          connection: connection?.name,
          status,
          headers,
          isSafe: action.effect === 'read' || isSafeMethod(method),
          now: Date.now(),
        }),
    }
  },
}

function hostsOf({ settings }: OpenConnection): readonly string[] {
  return (settings.hosts ?? '')
    .split(/[\s,]+/)
    .map((host) => host.replace(/^https?:\/\//, '').replace(/\/.*$/, ''))
    .filter(Boolean)
}

/** The same `fetch`, which says who it is. What a secret was made into is concealed like the secret itself. */
function authenticated(send: Fetch, connection: OpenConnection, { conceal, signal }: ClientContext): Fetch {
  const authentication = authenticationOf(connection)
  if (authentication.kind === 'none') return send
  const sendWith = (name: string, value: string): Fetch => {
    conceal?.(value.replace(/^(Bearer|Basic) /, ''))
    return (url, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set(name, value)
      return send(url, { ...init, headers })
    }
  }
  if (authentication.kind === 'header') return sendWith(authentication.name, authentication.value)
  const request = {
    client: authentication.client,
    connectionId: connection.id,
    connection: connection.name,
    allowPrivate: connection.allowPrivate,
    signal,
  }
  return async (url, init) => {
    const token = await accessToken(request)
    const answer = await sendWith('authorization', `Bearer ${token}`)(url, init)
    // Who is refused at the door has done nothing inside, so a new token may try once.
    if (answer.status !== 401) return answer
    return sendWith('authorization', `Bearer ${await accessToken(request, token)}`)(url, init)
  }
}
