import { type Database, database } from '@/db/client'
import { statementsOf } from '@/db/statements-of'
import { StaleAttempt } from '@/lib/services/ledger/stale-attempt'
import { currentBooks } from '../embedded/current-lease'
import type { Memo } from './durable-steps'

/**
 * The last transaction of a durable step. What the work gives as `memo` is what the step is going to return, and nothing
 * of the step follows it: where this process keeps the runtime's books, the memo is stored with the rest, in one commit.
 * Throws `StaleAttempt`, and stores nothing, when another process carries the run by now.
 */
export async function closing<Result extends { readonly memo: Memo | null }>(
  work: (tx: Database) => Promise<Result>,
): Promise<Result> {
  const here = currentBooks()
  const result = await database().db.transaction(async (tx) => {
    const done = await work(tx)
    if (here && done.memo) orStale(await here.books.keep(statementsOf(tx), here.step, done.memo))
    return done
  })
  if (result.memo) here?.books.wasKept(here.step)
  return result
}

/** The last transaction of a function that returns nothing: with it the runtime's own run ends too. */
export async function closingRun(work: (tx: Database) => Promise<void>): Promise<void> {
  const here = currentBooks()
  await database().db.transaction(async (tx) => {
    await work(tx)
    if (here) orStale(await here.books.end(statementsOf(tx)))
  })
  here?.books.hasEnded()
}

function orStale(isHeld: boolean): void {
  if (!isHeld) throw new StaleAttempt()
}
