import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { env } from '../lib/env'
import { longOpening, patientSocket } from './patient-socket'
import { prepareOften } from './prepare-often'
import { readTextArray } from './read-text-array'
import { transactionLimit } from './transaction-limit'

/** The database, or a transaction on it: what every query takes first. */
export type Database = PostgresJsDatabase

export type DatabaseHandle = {
  readonly db: Database
  readonly sql: Sql
  /**
   * A connection of its own, which is kept until it is ended: for what belongs to a connection, such as advisory
   * locks of a session.
   */
  session(applicationName: string): Sql
  close(): Promise<void>
}

/** The type `text[]` in every PostgreSQL. */
const textArray = 1009

/**
 * In milliseconds. The database looks every second whether a statement still has somebody to answer to: without that, a
 * process that is killed in the middle of one leaves its locks behind until the statement ends by itself. A transaction
 * in which nobody says anything is that of a process that is frozen: it is ended well before the leases of that process
 * run out, or whoever takes its work over would wait for its locks. Frozen in the middle of a statement, it is neither
 * idle nor at work to the database: then the limit on the whole transaction counts, which is that of the leases. A
 * statement is stopped before it reaches that, as one that is too slow.
 */
const statementLimits = {
  statement_timeout: 25_000,
  client_connection_check_interval: 1_000,
  idle_in_transaction_session_timeout: 15_000,
}
const transactionMs = 30_000

/** Opens a pool. `max` counts connections. */
export function connect(
  url: string,
  options: { max?: number; applicationName?: string } = {},
): DatabaseHandle {
  const way = wayTo(url)
  const sql = postgres(url, {
    ...way,
    max: options.max ?? 12,
    connect_timeout: 10,
    idle_timeout: 60,
    // The driver asks for array types in the background, and a connection lost just then ends the process with an
    // unhandled rejection. The one kind that the schema has is named below.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? 'handrail',
      ...statementLimits,
      ...longOpening,
    },
  })
  sql.options.parsers[textArray] = readTextArray
  return {
    db: drizzle(prepareOften(sql)),
    sql,
    session: (applicationName) =>
      postgres(url, {
        ...way,
        max: 1,
        connect_timeout: 10,
        idle_timeout: 0,
        max_lifetime: null,
        fetch_types: false,
        // Seconds between attempts while the database is away: what hangs on the connection wants it back soon.
        backoff: () => 0.5,
        onnotice: () => {},
        connection: { application_name: applicationName, ...statementLimits, ...longOpening },
      }),
    close: () => sql.end({ timeout: 5 }),
  }
}

/**
 * With TLS the driver's faults stay: it puts a socket of its own around ours, reads past what ours hides and drops it at
 * the same bad moment. A connection lost in the middle of a statement can then end the process, or leave a connection of
 * the pool unusable until a restart. To guard it, `socket` would have to shake hands itself (SSLRequest, then
 * `tls.connect`) for each `sslmode`, and give the driver a socket that is secured already. Nor are transactions limited
 * as a whole there.
 */
function wayTo(url: string): object {
  if (/[?&]ssl(mode)?=(?!disable)/.test(url)) return {}
  const limit = transactionLimit(url, transactionMs)
  return {
    socket: async (opening: Parameters<typeof limit>[0] & Parameters<typeof patientSocket>[0]) => {
      await limit(opening)
      return patientSocket(opening)
    },
  }
}

const holder = globalThis as { handrailDatabase?: DatabaseHandle }

/**
 * The process's own pool, opened on first use. It lives on `globalThis` because a Next.js server evaluates a module
 * once for each bundle, and two pools would be one too many.
 */
export function database(): DatabaseHandle {
  holder.handrailDatabase ??= connect(env().DATABASE_URL)
  return holder.handrailDatabase
}
