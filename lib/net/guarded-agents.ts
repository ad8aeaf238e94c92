import type { LookupAddress } from 'node:dns'
import { lookup as resolveByDns } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { checkAddress } from './check-target'

export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

/** How far the guard is open for one request. */
export type Openness = 'public' | 'private' | 'trusted'

const dns: Resolve = (hostname, done) => {
  resolveByDns(hostname, { all: true, order: 'verbatim' }, (error, addresses) => done(error, addresses ?? []))
}

const pools = new WeakMap<Resolve, Map<string, Agent>>()

/**
 * The agent that makes a connection. The name is resolved and every address checked at the moment of connecting, and
 * the socket goes to just those addresses: what the name means a moment later does not matter. Requests that change
 * something get a connection of their own, so that none is lost in one that the far side was about to close.
 */
export function guardedAgent(openness: Openness, isReused: boolean, resolve: Resolve = dns): Agent {
  const pool = pools.get(resolve) ?? new Map<string, Agent>()
  pools.set(resolve, pool)
  const key = `${openness}:${isReused}`
  const known = pool.get(key)
  if (known) return known
  const agent = new Agent({
    connect: { lookup: guardedLookup(openness, resolve), timeout: 10_000 },
    // The caller's deadline rules; these would end long model calls early.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: isReused ? 1 : 0,
    connections: 32,
    allowH2: false,
  })
  pool.set(key, agent)
  return agent
}

/** Resolves a name to addresses that may be reached, or fails with the reason why not. */
export function guardedLookup(openness: Openness, resolve: Resolve = dns): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, '', 0)
      try {
        for (const { address } of addresses) {
          if (openness !== 'trusted') checkAddress(hostname, address, openness === 'private')
        }
      } catch (refusal) {
        return done(refusal instanceof Error ? refusal : new Error(String(refusal)), '', 0)
      }
      const [first] = addresses
      if (!first)
        return done(Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' }), '', 0)
      return options.all ? done(null, [...addresses]) : done(null, first.address, first.family)
    })
  }
}
