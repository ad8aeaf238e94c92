import { HandrailError } from '../core/errors'
import type { NetPolicy } from './policy'

/** Where a connection's calls go, and the policy that keeps them there. */
export type Destination = { readonly baseUrl: string; readonly policy: NetPolicy }

/**
 * A connection speaks to one host: its own base URL, else what the operator set, else the vendor's. Addresses are
 * guarded, but for the practice service of a simulated connection and what the operator set.
 */
export function destinationOf(given: {
  readonly connection: {
    readonly baseUrl: string | null
    readonly allowPrivate: boolean
    readonly simulated: boolean
  }
  readonly operatorUrl: () => string | null
  readonly vendorUrl: string
}): Destination {
  const { baseUrl: own, allowPrivate, simulated } = given.connection
  // Without the address of its practice service, a simulated connection must not fall through to the real one.
  if (simulated && own === null) {
    throw new HandrailError({
      code: 'unavailable',
      who: 'us',
      retry: 'after',
      message: 'The practice services are just starting. Try again in a moment.',
    })
  }
  const byOperator = own === null ? given.operatorUrl() : null
  const baseUrl = (own ?? byOperator ?? given.vendorUrl).replace(/\/+$/, '')
  const { origin, host } = new URL(baseUrl)
  const policy = simulated || byOperator ? { allowedOrigins: [origin] } : { allowHosts: [host], allowPrivate }
  return { baseUrl, policy }
}
