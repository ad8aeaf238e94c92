import type { Sql } from 'postgres'
import { connectionCodes } from '@/db/is-outage'
import type { Statements } from '@/db/queries/system/runner/statements'

/** Deadlock, serialization failure: the database asks to try again. */
const again = new Set(['40P01', '40001'])

/** The server went away or is starting: it comes back. */
const away = new Set([...connectionCodes, '57P01', '57P02', '57P03'])

/** Says what a database error asks for: `again` at once, wait while the database is `away`, or `no` use. */
export function retryAdvice(error: unknown): 'again' | 'away' | 'no' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (again.has(code)) return 'again'
  return away.has(code) ? 'away' : 'no'
}

/**
 * Runs a transaction, again after a deadlock and, for up to `patienceMs`, while the database is away. Only for work
 * that is harmless when its commit succeeded unseen.
 */
export async function retryTransaction<T>(
  sql: Sql,
  work: (sql: Statements) => Promise<T>,
  patienceMs = 60_000,
): Promise<T> {
  const until = performance.now() + patienceMs
  for (let attempt = 0; ; attempt++) {
    try {
      return await transaction(sql, work)
    } catch (error) {
      const advice = retryAdvice(error)
      if (advice === 'no' || (advice === 'again' && attempt >= 20) || performance.now() > until) throw error
      await pause(advice === 'again' ? 2 + Math.random() * 10 * (attempt + 1) : 200)
    }
  }
}

async function transaction<T>(sql: Sql, work: (sql: Statements) => Promise<T>): Promise<T> {
  const { result } = await sql.begin(async (inside) => ({ result: await work(inside) }))
  return result
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
