import { HandrailError } from '../../core/errors'
import type { OpenConnection } from '../contract'

/** How a connection says who it is. */
export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'oauth'; readonly client: OAuthClient }

/** What a token endpoint is asked with (RFC 6749, 4.4). */
export type OAuthClient = {
  readonly tokenUrl: string
  readonly id: string
  readonly secret: string
  readonly scope: string
  readonly audience: string
  readonly sendAs: 'basic' | 'body'
}

/** What a connection's settings and secret come to. One that was made before kinds could be chosen has none. */
export function authenticationOf({ name, secret, settings }: OpenConnection): Authentication {
  const token = secret.token?.trim() ?? ''
  const header = settings.header?.trim() ?? ''
  const kind = settings.auth ?? (token === '' ? 'none' : header === '' ? 'bearer' : 'header')
  switch (kind) {
    case 'none':
      return { kind }
    case 'bearer':
      return { kind: 'header', name: 'authorization', value: `Bearer ${token}` }
    case 'header':
      if (!isHeaderName(header)) throw wrong(name, 'names no header that could be sent')
      return { kind, name: header, value: token }
    case 'basic':
      return { kind: 'header', name: 'authorization', value: basic(settings.username ?? '', token) }
    case 'oauth':
      return {
        kind,
        client: {
          tokenUrl: settings.token_url ?? '',
          id: settings.client_id ?? '',
          secret: token,
          scope: settings.scope ?? '',
          audience: settings.audience ?? '',
          sendAs: settings.client_auth === 'body' ? 'body' : 'basic',
        },
      }
    default:
      throw wrong(name, 'has a kind of authentication that this version does not know')
  }
}

/** User name and password as one header: https://www.rfc-editor.org/rfc/rfc7617 */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name)
}

function wrong(name: string | undefined, what: string): HandrailError {
  return new HandrailError({
    code: 'reconnect',
    who: 'user',
    retry: 'no',
    message: `${name ? `“${name}”` : 'The connection'} ${what}. Replace its secret in Connections.`,
  })
}
