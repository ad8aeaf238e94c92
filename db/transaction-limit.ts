import postgres from 'postgres'
import { longOpening, patientSocket } from './patient-socket'

/** `transaction_timeout` came with PostgreSQL 17; a server before it refuses a connection that names it. */
const sinceVersion = 17

/** What a connection says of itself as it opens. */
type Opening = { connection: Record<string, unknown> }

/**
 * Ends a transaction that is older than this, whatever it is doing, where the server can. The limits on statements and
 * on idleness do not see a client that is frozen between two messages of one statement: the server then waits for the
 * second as if the client were slow, and keeps every lock. Each connection asks before it opens, so that the first of
 * them is limited too.
 */
export function transactionLimit(url: string, milliseconds: number): (opening: Opening) => Promise<void> {
  let asked: Promise<boolean> | undefined
  return async ({ connection }) => {
    asked ??= isKnownAt(url)
    const isKnown = await asked.catch(() => {
      // A database that is away is asked again with the next connection.
      asked = undefined
      return false
    })
    if (isKnown) connection.transaction_timeout = milliseconds
  }
}

async function isKnownAt(url: string): Promise<boolean> {
  const way = { socket: patientSocket, connection: longOpening }
  const sql = postgres(url, { ...way, max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} })
  try {
    const [row] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int / 10000 as version`
    return (row?.version ?? 0) >= sinceVersion
  } finally {
    await sql.end()
  }
}
