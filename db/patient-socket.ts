import { Socket } from 'node:net'

type Address = { readonly host: readonly string[]; readonly port: readonly number[]; readonly path?: string }

/** So long without a write, and nobody is about to write any more. */
const quietMs = 25

/** The message by which a server ends its greeting, and one that ends a statement without saying anything. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
const nothingDone = Buffer.from([0x43, 0, 0, 0, 5, 0])

/**
 * A socket for the database driver (postgres 3.4.9) with which a lost connection costs the statements under way on it
 * and nothing else. The driver keeps part of a connection's state when it is lost and made again:
 *
 * - It drops the socket when it closes, while small writes wait for the next turn of the event loop. Such a write, as
 *   the rollback of the transaction that was cut off, ends the process or leaves the connection unusable for good
 *   (porsager/postgres issues 1154, 1208). So the loss is told as an error at once, and as a close once writing has
 *   ended; a write in between meets an error, which its query reports.
 * - It remembers the server's farewell and fails the next connection's first query with it. So it does not hear it.
 * - It goes on counting rows where a result was cut off. So each greeting is followed by the end of a statement.
 * - A small write that waited for its turn when the connection closed stops every later one: the next connection's opening
 *   waits behind it, is never sent, and times out again and again. What is as long as `longOpening` makes it is sent at
 *   once; what was left over before it is cut off.
 */
export function patientSocket({ host, port, path }: Address): Socket {
  const socket = new Socket()
  const emit = socket.emit.bind(socket)
  const write = socket.write.bind(socket)
  let isGreeted = false
  let isOpened = false
  let closing: NodeJS.Timeout | undefined

  const fail = () => {
    if (socket.listenerCount('error') > 0) emit('error', lost())
  }
  const hear = (bytes: unknown): boolean => {
    if (!Buffer.isBuffer(bytes)) return emit('data', bytes)
    const heard = emit('data', withoutFarewell(bytes))
    if (!isGreeted && bytes.subarray(-ready.length).equals(ready)) {
      isGreeted = true
      emit('data', nothingDone)
    }
    return heard
  }
  const patientEmit = (event: string, ...details: unknown[]): boolean => {
    if (event === 'data') return hear(details[0])
    if (event !== 'close' || closing) return emit(event, ...details)
    closing = setTimeout(() => emit('close', ...details), quietMs)
    fail()
    return true
  }
  const patientWrite = (bytes: Uint8Array, done?: (error?: Error | null) => void): boolean => {
    if (!closing) {
      const sent = isOpened ? bytes : opening(bytes)
      isOpened = true
      return write(sent, done)
    }
    closing.refresh()
    setImmediate(fail)
    return true
  }
  Object.defineProperty(socket, 'emit', { value: patientEmit })
  // Node.js puts other functions in the place of `write` while a socket connects and ends.
  Object.defineProperty(socket, 'write', { get: () => patientWrite, set: () => {} })
  if (path) return socket.connect(path)
  return socket.connect(port[0] ?? 5432, host[0] ?? 'localhost')
}

/** A parameter of a connection that makes its opening longer than what the driver keeps for its next turn. */
export const longOpening = { 'handrail.opening': '.'.repeat(1_024) }

const protocol = 0x30000

/** The message that opens a connection (its length, the protocol, its parameters), without what stands before it. */
function opening(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 8 <= view.length; at++) {
    const isOpening = view.readUInt32BE(at) === view.length - at && view.readUInt32BE(at + 4) === protocol
    if (isOpening) return view.subarray(at)
  }
  return bytes
}

/** Shutdown, crash, or an administrator; a transaction that was idle, or that took, too long. */
const farewells = ['C57P0', 'C25P03', 'C25P04']

/**
 * Cuts off the error message (`E`, its length, its fields) by which a server says that it hangs up. It is the last that
 * it sends.
 */
function withoutFarewell(bytes: Buffer): Buffer {
  for (const farewell of farewells) {
    for (let at = bytes.indexOf(farewell); at >= 0; at--) {
      const isWhole = bytes[at] === 0x45 && at + 1 + bytes.readUInt32BE(at + 1) === bytes.length
      if (isWhole) return bytes.subarray(0, at)
    }
  }
  return bytes
}

const lost = () =>
  Object.assign(new Error('The connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
