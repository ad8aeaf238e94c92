import { describe, expect, test } from 'vitest'
import { refusalOf } from '@/lib/net/address-refusal'
import { checkTarget } from '@/lib/net/check-target'
import { matchesHost } from '@/lib/net/matches-host'

const open = [
  '1.1.1.1',
  '8.8.8.8',
  '93.184.216.34',
  '140.82.121.6',
  '2606:4700:4700::1111',
  '2a00:1450:4001:81b::200e',
]

/** Shut for everybody. */
const shut = [
  ...[
    '0.0.0.0',
    '0.1.2.3',
    '169.254.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '239.255.255.255',
    '255.255.255.255',
  ],
  ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '240.0.0.1', '192.88.99.1'],
  ...[
    '::',
    'fe80::1',
    'fe80::a9fe:a9fe',
    'ff02::1',
    'ff05::2',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:a9fe:a9fe::',
  ],
  ...['2001::1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::7f00:1', '::ffff:0:127.0.0.1'],
  ...['::7f00:1', '::127.0.0.1', '100::1', 'fec0::1', '::ffff:169.254.169.254', '::ffff:0.0.0.0', '5f00::1'],
  ...['not an address', '', '1.2.3', '1.2.3.4.5', '::g', '12345::'],
]

/** Shut until an admin opens one connection to networks of one's own. */
const own = [
  ...[
    '127.0.0.1',
    '127.8.8.8',
    '127.255.255.254',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...['192.168.0.1', '192.168.255.255', '100.64.0.1', '100.127.255.255', '::1', 'fc00::1', 'fd12:3456::1'],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:192.168.1.1'],
]

test.each(open)('%s is open', (address) => {
  expect(refusalOf(address, false)).toBeNull()
})

test.each(shut)('%s is shut, also where private addresses are allowed', (address) => {
  expect(refusalOf(address, false)).not.toBeNull()
  expect(refusalOf(address, true)).not.toBeNull()
})

test.each(own)('%s is shut until private addresses are allowed', (address) => {
  expect(refusalOf(address, false)).not.toBeNull()
  expect(refusalOf(address, true)).toBeNull()
})

/** Roads to this machine and to the cloud's metadata that do not look like it. */
const disguised = [
  ...[
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
  ],
  ...[
    'http://127.1/',
    'http://127.0.1/',
    'http://0/',
    'http://0.0.0.0:80/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
  ],
  ...[
    'http://127。0。0。1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
  ],
  ...[
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/',
  ],
  ...[
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:a9fe:a9fe]/',
  ],
  ...[
    'https://10.0.0.1/',
    'https://192.168.1.1:8443/',
    'http://172.16.5.5/',
    'http://100.64.3.2/',
    'http://[fd00::1]/',
  ],
]

test.each(disguised)('%s is refused before any name is looked up', (address) => {
  expect(() => checkTarget(new URL(address), {})).toThrowError(
    expect.objectContaining({ code: 'blocked_address' }),
  )
})

test.each([
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://example.com/',
  'data:text/plain,x',
  'ws://example.com/',
])('%s is no address to call', (address) => {
  expect(() => checkTarget(new URL(address), {})).toThrowError(
    expect.objectContaining({ code: 'blocked_address' }),
  )
})

test('an address may not carry a name and password', () => {
  expect(() => checkTarget(new URL('https://api.example.com@evil.example/'), {})).toThrowError(
    expect.objectContaining({ code: 'blocked_address' }),
  )
})

describe('hosts that the builder listed', () => {
  const listed = (address: string, hosts: readonly string[]) => matchesHost(new URL(address), hosts)

  test('match whole names only', () => {
    expect(listed('https://api.example.com/', ['api.example.com'])).toBe(true)
    expect(listed('https://API.Example.COM./', ['api.example.com'])).toBe(true)
    expect(listed('https://api.example.com.evil.example/', ['api.example.com'])).toBe(false)
    expect(listed('https://evilapi.example.com/', ['api.example.com'])).toBe(false)
    expect(listed('https://example.com/', [])).toBe(false)
  })

  test('may open all hosts under one', () => {
    expect(listed('https://a.b.example.com/', ['*.example.com'])).toBe(true)
    expect(listed('https://example.com/', ['*.example.com'])).toBe(false)
    expect(listed('https://evilexample.com/', ['*.example.com'])).toBe(false)
  })

  test('may name a port', () => {
    expect(listed('https://example.com:8443/', ['example.com:8443'])).toBe(true)
    expect(listed('https://example.com/', ['example.com:8443'])).toBe(false)
    expect(listed('https://example.com/', ['example.com:443'])).toBe(true)
  })

  test('shut everything else', () => {
    expect(() => checkTarget(new URL('https://b.example/'), { allowHosts: ['a.example'] })).toThrowError(
      expect.objectContaining({ code: 'blocked_address' }),
    )
    expect(() =>
      checkTarget(new URL('http://127.0.0.1:81/'), { allowedOrigins: ['http://127.0.0.1:80'] }),
    ).toThrow()
    expect(() =>
      checkTarget(new URL('http://127.0.0.1:81/'), { allowedOrigins: ['http://127.0.0.1:81'] }),
    ).not.toThrow()
  })
})
