import { endStep } from '@/db/queries/system/runner/end-step'
import { findSignal, holdSignal, isSignalAwaited } from '@/db/queries/system/runner/find-signal'
import { holdRun } from '@/db/queries/system/runner/hold-run'
import type { Statements } from '@/db/queries/system/runner/statements'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'
import type { TakeAtOnce } from './take-at-once'

/** Gives a signal to the run that waits for it. Returns that run's id, or `null` when none waits. */
export async function deliverSignal(
  parts: RunnerParts,
  { signal, data }: { readonly signal: string; readonly data?: unknown },
): Promise<string | null> {
  const delivered = await retryTransaction(parts.sql, async (sql) => {
    const wait = await findSignal(sql, signal)
    if (!wait) return null
    // Sent together, done in this order: the run is held before its wait.
    const [isRunning, isAwaited] = await Promise.all([
      holdRun(sql, wait.runId),
      isSignalAwaited(sql, { signal, ...wait }),
    ])
    if (!isRunning || !isAwaited) return null
    const value = { signal, data: data ?? null }
    return (await endStep(sql, { runId: wait.runId, hash: wait.step, data: value })) ? wait.runId : null
  })
  if (delivered) parts.wake()
  return delivered
}

/**
 * The same within a transaction of the caller's, which never waits for one of the runner's: `null` also where somebody
 * else holds the run. Returns what to do after the commit.
 */
export async function deliverWithin(
  sql: Statements,
  parts: RunnerParts,
  { signal, take }: { readonly signal: string; readonly take: TakeAtOnce },
): Promise<(() => void) | null> {
  const wait = await holdSignal(sql, signal)
  if (!wait) return null
  const { runId, step } = wait
  const [isEnded, begin] = await Promise.all([
    endStep(sql, { runId, hash: step, data: { signal, data: {} } }),
    take(sql, runId),
  ])
  return begin ?? (isEnded ? parts.wake : null)
}
