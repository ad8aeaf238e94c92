import type { Database } from '@/db/client'
import { statementsOf } from '@/db/statements-of'
import { engineMode } from '@/lib/env'
import { inngest } from './client'
import { thisRunner } from './embedded/this-runner'

/**
 * The same within a transaction, where the runner is in this process: what to do after the commit, or `null` when no run
 * waited. Undefined: only `sendSignal` can, after the commit.
 */
export async function sendSignalWithin(tx: Database, name: string): Promise<(() => void) | null | undefined> {
  if (engineMode() !== 'embedded') return undefined
  return thisRunner().signalWithin(statementsOf(tx), name)
}

/**
 * Wakes the run that waits for the signal. Returns whether one did: none means that it does not wait yet or does not
 * wait any more, and the caller tries again while its own row is open.
 */
export async function sendSignal(name: string, data: unknown): Promise<boolean> {
  if (engineMode() === 'embedded') return (await thisRunner().sendSignal(name, data)) !== null
  const { runId } = await inngest.sendSignal({ signal: name, data })
  return runId !== undefined
}
