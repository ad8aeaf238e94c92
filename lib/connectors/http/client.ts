import 'server-only'
import { answerError } from '../../net/answer-error'
import { type Fetch, guardedFetch } from '../../net/guarded-fetch'
import type { ClientContext, ConnectorClient, OpenConnection } from '../contract'

/** What the behaviours of this connector are given in the place of an SDK. */
export type HttpClient = {
  readonly fetch: Fetch
  /** The error for an answer that is no success. */
  refusal(answer: Response): Error
}

export const client: ConnectorClient<HttpClient> = {
  open({ action, connection, hosts, signal }: ClientContext) {
    // A connection's secret goes to its own hosts only, whatever the step says.
    const allowHosts = connection ? hostsOf(connection) : hosts
    const isSafe = action.effect === 'read'
    const send = guardedFetch({
      ...(allowHosts ? { allowHosts } : {}),
      allowPrivate: connection?.allowPrivate ?? false,
      signal,
      isSafe,
    })
    return {
      fetch: (url, init = {}) => {
        const headers = new Headers(init.headers)
        if (connection) addSecret(headers, connection)
        return send(url, { ...init, headers })
      },
      refusal: ({ status, headers }) =>
        answerError({
          service: 'The address',
          connection: connection?.name,
          status,
          headers,
          isSafe,
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

function addSecret(headers: Headers, { secret, settings }: OpenConnection): void {
  const token = secret.token?.trim()
  if (!token) return
  const name = settings.header?.trim()
  if (name) headers.set(name, token)
  else headers.set('authorization', `Bearer ${token}`)
}
