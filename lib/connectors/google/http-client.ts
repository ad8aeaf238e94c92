import 'server-only'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { destinationOf } from '../../net/destination'
import type { Fetch } from '../../net/guarded-fetch'
import { noConnection } from '../../net/no-connection'
import { operatorUrl } from '../../net/operator-url'
import { serviceFetch } from '../../net/service-fetch'
import type { ClientContext } from '../contract'
import { explain } from './explain'
import { hosts } from './hosts'

const vendorUrl = 'https://www.googleapis.com'

/**
 * The one `fetch` of all of Google's libraries. They keep their hosts to themselves, uploads even when told another
 * address: so the origin is changed here, where every request comes through, and the path stays.
 */
export function httpClient({ action, connection, signal }: ClientContext): Fetch {
  if (!connection) throw noConnection('Google Workspace')
  const { baseUrl, policy } = destinationOf({
    connection,
    operatorUrl: () => operatorUrl('google'),
    vendorUrl,
  })
  const isVendor = baseUrl === vendorUrl
  const send = serviceFetch(
    { ...policy, ...(isVendor ? { allowHosts: hosts } : {}), signal },
    {
      service: 'Google',
      connection: connection.name,
      scopes: action.scopes,
      isSafe: action.effect === 'read' || action.repeat === 'safe',
      explain,
    },
  )
  return async (input, init = {}) => {
    const { pathname, search, href } = new URL(input instanceof Request ? input.url : input)
    const { method = 'GET', headers, body } = init
    return send(isVendor ? href : `${baseUrl}${pathname}${search}`, {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body: await wholeBody(body) } : {}),
    })
  }
}

/** An upload of several parts comes as a stream; a request is sent whole. */
async function wholeBody(body: NonNullable<RequestInit['body']>): Promise<NonNullable<RequestInit['body']>> {
  return body instanceof Readable ? new Uint8Array(await buffer(body)) : body
}
