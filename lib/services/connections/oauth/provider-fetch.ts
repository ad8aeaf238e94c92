import 'server-only'
import type { OAuthProvider } from '@/lib/connectors/contract'
import { guardedFetch } from '@/lib/net/guarded-fetch'
import { operatorUrl } from '@/lib/net/operator-url'

/** A renewal is asked for inside a transaction, which the database ends when nothing comes for 15 s. */
const patienceMs = 10_000

/**
 * An address of the service, or its place at the server that the operator set in its stead. That one may be an API below
 * a path (`/api/v3`); its pages for signing in then stand at its root.
 */
export function placeOf(provider: OAuthProvider, address: string): URL {
  const url = new URL(address)
  const own = operatorUrl(provider.id)
  if (own === null) return url
  const base = url.hostname.startsWith('api.') ? own : new URL(own).origin
  return new URL(base + url.pathname + url.search)
}

/** Calls the service itself, by the guarded way out: nothing but its own address can be reached. */
export async function providerFetch(
  provider: OAuthProvider,
  address: string,
  init: RequestInit,
): Promise<Response> {
  const url = placeOf(provider, address)
  const policy =
    operatorUrl(provider.id) === null ? { allowHosts: [url.host] } : { allowedOrigins: [url.origin] }
  const send = guardedFetch({ ...policy, timeoutMs: patienceMs, maxBytes: 200_000, isSafe: true })
  return send(url, { ...init, redirect: 'error' })
}
