import 'server-only'
import { isIP, type Socket } from 'node:net'
import pg from 'pg'
import Cursor from 'pg-cursor'
import { HandrailError } from '../../core/errors'
import { handrailErrorIn } from '../../net/network-error'
import { asJson } from './column-types'
import { refusalError } from './explain-error'

declare module 'pg' {
  interface QueryConfig {
    /** Known to the driver, not to its types. Without it, a text without values may hold several statements. */
    queryMode?: 'extended'
  }
}

/** One statement may take so long, in milliseconds. */
const longestStatement = 60_000

export type Row = Record<string, unknown>

/** What a transaction is made of: one statement at a time, its values bound. */
export type Transaction = {
  /** At most `limit` rows, and whether there were more. */
  query(sql: string, parameters: readonly unknown[], limit: number): Promise<{ rows: Row[]; more: boolean }>
  run(sql: string, parameters: readonly unknown[]): Promise<{ rows: Row[]; count: number }>
}

export type Place = {
  readonly socket: Socket
  readonly host: string
  readonly user: string
  readonly password: string
  readonly database: string
  readonly tls: 'verified' | 'unchecked' | 'off'
  readonly certificate: string | undefined
  readonly name: string | undefined
  readonly signal: AbortSignal
}

/**
 * Carries out some work in one transaction on a connection of its own. Whatever goes wrong before the commit is sent
 * has changed nothing; when the answer to the commit is lost, nobody knows.
 */
export async function inTransaction<Result>(
  place: Place,
  mode: 'read only' | 'read write',
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    stream: () => place.socket,
    user: place.user,
    password: place.password,
    database: place.database,
    ssl: tlsOf(place),
    types: asJson,
    application_name: 'handrail',
    options: `-c statement_timeout=${longestStatement} -c idle_in_transaction_session_timeout=${longestStatement}`,
  })
  const phase = { isCommitting: false }
  const stop = () => place.socket.destroy()
  place.signal.addEventListener('abort', stop, { once: true })
  // A lost connection fails the query that is under way; without a listener it would end the process as well.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`begin ${mode}`)
    const result = await work(transactionOn(client))
    phase.isCommitting = mode === 'read write'
    await client.query('commit')
    return result
  } catch (error) {
    throw explained(error, place, phase.isCommitting)
  } finally {
    place.signal.removeEventListener('abort', stop)
    // The server rolls back what was not committed when the connection ends.
    place.socket.destroy()
  }
}

function transactionOn(client: pg.Client): Transaction {
  return {
    async query(sql, parameters, limit) {
      const cursor = client.query(new Cursor<Row>(sql, parameters.map(toParameter), { types: asJson }))
      const rows = await cursor.read(limit + 1)
      await cursor.close()
      return { rows: rows.slice(0, limit), more: rows.length > limit }
    },
    async run(sql, parameters) {
      const { rows, rowCount } = await client.query<Row>({
        text: sql,
        values: parameters.map(toParameter),
        queryMode: 'extended',
      })
      return { rows, count: rowCount ?? 0 }
    },
  }
}

/** Objects go as JSON text; lists of plain values as PostgreSQL's arrays, which the driver writes. */
function toParameter(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null
  if (!isObject) return value
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)
  return isPlainList ? value : JSON.stringify(value)
}

function tlsOf({ tls, certificate, host }: Place): pg.ClientConfig['ssl'] {
  if (tls === 'off') return false
  return {
    rejectUnauthorized: tls === 'verified',
    ...(certificate ? { ca: certificate } : {}),
    ...(isIP(host) ? {} : { servername: host }),
  }
}

function explained(error: unknown, { name, host, signal }: Place, isCommitting: boolean): unknown {
  // Whoever stopped the call says so better than the connection that was cut for it.
  if (signal.aborted) return stopped(signal, host, isCommitting)
  const known = handrailErrorIn(error) ?? refusalError(error, name)
  if (known) return known
  const detail = error instanceof Error ? error.message : String(error)
  if (/does not support SSL/i.test(detail)) {
    return unreachable(
      'no',
      `${host} does not speak TLS. Nothing was sent. Choose another encryption for the connection.`,
      detail,
    )
  }
  if (/certificate|self.signed|altname/i.test(detail)) {
    return unreachable(
      'no',
      `The certificate of ${host} cannot be trusted. Nothing was sent. Give the connection the certificate of its authority.`,
      detail,
    )
  }
  return isCommitting
    ? unreachable(
        'unknown',
        `${host} ended the connection before it confirmed. The change may have been made.`,
        detail,
      )
    : unreachable('after', `${host} ended the connection, and nothing was changed. Try again.`, detail)
}

function unreachable(retry: 'no' | 'after' | 'unknown', message: string, detail: string): HandrailError {
  return new HandrailError({ code: 'unreachable', who: 'user', retry, message, detail })
}

function stopped(signal: AbortSignal, host: string, isCommitting: boolean): HandrailError {
  const isLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
  const outcome = isCommitting ? 'The change may have been made.' : 'Nothing was changed.'
  return new HandrailError({
    code: isLate ? 'timed_out' : 'cancelled',
    who: 'user',
    retry: isCommitting ? 'unknown' : 'after',
    message: isLate ? `${host} did not answer in time. ${outcome}` : `The call was stopped. ${outcome}`,
  })
}
