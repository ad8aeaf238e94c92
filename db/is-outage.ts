/**
 * Is the database out of reach, or did it turn a statement away that may be repeated? The step's body has then not been
 * decided: it is run again.
 */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    if (connectionCodes.has(code) || retryableStates.some((state) => code.startsWith(state))) return true
  }
  return false
}

/** The connection is gone, by what the driver or the system calls it. */
export const connectionCodes: ReadonlySet<string> = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  // It ended a transaction in which this process, frozen or cut off, said nothing for long, or that grew too old.
  ...['25P03', '25P04'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
])

/** SQLSTATE classes: connection, serialisation and deadlock, resources, shutdown. */
const retryableStates = ['08', '40', '53', '57']
