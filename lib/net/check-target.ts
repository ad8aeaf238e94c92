import { isIP } from 'node:net'
import { HandrailError } from '../core/errors'
import { refusalOf } from './address-refusal'
import { matchesHost } from './matches-host'
import type { NetPolicy } from './policy'

/** Whether the addresses behind this origin are exempt from the guard. */
export function isTrustedOrigin(url: URL, policy: NetPolicy): boolean {
  return policy.allowedOrigins?.includes(url.origin) ?? false
}

/** Refuses what can be refused before any name is resolved: scheme, credentials in the address, host, literal address. */
export function checkTarget(url: URL, policy: NetPolicy): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw blocked(`Only http and https addresses can be called, not ${url.protocol}//. Mend the address.`)
  }
  if (url.username || url.password) {
    throw blocked('An address may not hold a user name or password. Keep secrets in a connection.')
  }
  if (isTrustedOrigin(url, policy)) return
  const isListed = policy.allowHosts ? matchesHost(url, policy.allowHosts) : !policy.allowedOrigins
  if (!isListed) {
    throw blocked(
      `This connection may not speak to ${url.host}. Add the host to the connection, or mend the address.`,
    )
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal)) checkAddress(url.host, literal, policy.allowPrivate ?? false)
}

/** Throws `blocked_address` for an address that a call may not reach. */
export function checkAddress(host: string, address: string, allowPrivate: boolean): void {
  const refusal = refusalOf(address, allowPrivate)
  if (!refusal) return
  const what = host.includes(address)
    ? `${address} ${refusal}`
    : `${host} leads to ${address}, which ${refusal}`
  throw blocked(`${what}. Use a public host, or let an admin allow private addresses for this connection.`)
}

function blocked(message: string): HandrailError {
  return new HandrailError({ code: 'blocked_address', who: 'user', retry: 'no', message })
}
