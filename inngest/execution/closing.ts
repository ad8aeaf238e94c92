import { type Database, database } from '@/db/client'
import { statementsOf } from '@/db/statements-of'
import { StaleAttempt } from '@/lib/services/ledger/stale-attempt'
import { currentBooks } from '../embedded/current-lease'
import type { Memo } from './durable-steps'

/** Stores what the step is going to return. Asked for once, together with the other writes of the transaction. */
export type Keep = (memo: Memo) => Promise<void>

/**
 * The last transaction of a durable step. What the work keeps as memo is what the step is going to return, and nothing
 * of the step follows it: where this process keeps the runtime's books, the memo is stored with the rest, in one commit.
 * Throws `StaleAttempt`, and stores nothing, when another process carries the run by now.
 */
export async function closing<Result>(work: (tx: Database, keep: Keep) => Promise<Result>): Promise<Result> {
  const here = currentBooks()
  let isKept = false
  const result = await database().db.transaction((tx) =>
    work(tx, async (memo) => {
      if (!here) return
      isKept = true
      orStale(await here.books.keep(statementsOf(tx), here.step, memo))
    }),
  )
  if (isKept) here?.books.wasKept(here.step)
  return result
}

/** The last transaction of a function that returns nothing: with it the runtime's own run ends too. */
export async function closingRun(work: (tx: Database) => Promise<void>): Promise<void> {
  const here = currentBooks()
  await database().db.transaction(async (tx) => {
    // Sent together, done in this order: our run is held before the runtime's.
    const [, isHeld] = await Promise.all([work(tx), here?.books.end(statementsOf(tx))])
    if (here) orStale(isHeld === true)
  })
  here?.books.hasEnded()
}

function orStale(isHeld: boolean): void {
  if (!isHeld) throw new StaleAttempt()
}
