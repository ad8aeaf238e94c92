import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { checkAddress } from './check-target'
import { guardedLookup } from './guarded-agents'
import { networkError } from './network-error'

type Target = {
  readonly host: string
  readonly port: number
  /** Opens private and loopback networks; never link-local and the like. */
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
}

/**
 * A connection to a server that does not speak HTTP, under the same guard: the name is resolved and every address
 * checked at the moment of connecting. Throws `blocked_address` or `unreachable`; nothing was sent by then.
 */
export async function guardedSocket({ host, port, allowPrivate, signal }: Target): Promise<Socket> {
  if (isIP(host)) checkAddress(host, host, allowPrivate)
  const socket = connect({ host, port, lookup: guardedLookup(allowPrivate ? 'private' : 'public'), signal })
  try {
    await once(socket, 'connect', { signal })
    return socket
  } catch (error) {
    socket.destroy()
    if (signal.aborted) throw signal.reason
    throw networkError(error, `${host}:${port}`, true)
  }
}
