import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What an admin may open for one connection: networks of one's own. Everything else stays shut. */
const ownNetworks: ReadonlySet<string> = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])

/**
 * Why this address may not be spoken to, or `null` when it may. Only global unicast is open; with `allowPrivate` also
 * networks of one's own, but never link-local (cloud metadata), multicast, unspecified or tunnelled addresses.
 */
export function refusalOf(address: string, allowPrivate: boolean): string | null {
  const parsed = parse(address)
  if (!parsed) return 'is not an address'
  const range = rangeOf(parsed)
  if (range === 'unicast') return null
  if (allowPrivate && ownNetworks.has(range)) return null
  return `is ${descriptions[range] ?? 'a reserved address'}`
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const family = isIP(address)
  if (family === 4) return ipaddr.IPv4.parse(address)
  // One way of writing: ipaddr.js takes `::1.2.3.4` for `::ffff:1.2.3.4`, which is another address.
  if (family !== 6 || !URL.canParse(`http://[${address}]`)) return null
  const parsed = ipaddr.IPv6.parse(new URL(`http://[${address}]`).hostname.slice(1, -1))
  // ::ffff:a.b.c.d reaches the same machine as a.b.c.d, so it is judged as that.
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range()
  // Of IPv6 only 2000::/3 is given out; ::a.b.c.d, 64:ff9b:1::/48 and the like are roads into something else.
  if (
    range === 'unicast' &&
    address instanceof ipaddr.IPv6 &&
    !address.match(ipaddr.IPv6.parse('2000::'), 3)
  ) {
    return 'reserved'
  }
  return range
}

const descriptions: Readonly<Record<string, string>> = {
  private: 'a private address',
  uniqueLocal: 'a private address',
  loopback: 'this machine itself',
  linkLocal: 'a link-local address, where clouds keep their metadata',
  carrierGradeNat: 'an address inside a provider’s network',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  unspecified: 'no address of a machine',
}
