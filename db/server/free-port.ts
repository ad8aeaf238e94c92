import { createServer } from 'node:net'

/** A port on loopback that nobody listens on now. With `wanted`, that port or `undefined` when it is taken. */
export function freePort(wanted = 0, host = '127.0.0.1'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port: wanted, host, exclusive: true }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : undefined
      probe.close(() => resolve(port))
    })
  })
}
