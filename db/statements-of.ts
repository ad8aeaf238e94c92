import type { Database } from './client'
import type { Statements } from './queries/system/runner/statements'

/** The driver's own statements on the connection of a transaction: for the runner's queries, which are written for it. */
export function statementsOf(tx: Database): Statements {
  const session: unknown = Reflect.get(tx, 'session')
  const client: unknown = typeof session === 'object' && session ? Reflect.get(session, 'client') : undefined
  if (!isStatements(client)) throw new TypeError('The transaction shows no connection of the driver.')
  return client
}

function isStatements(client: unknown): client is Statements {
  return typeof client === 'function' && 'unsafe' in client
}
