import { NonRetriableError } from 'inngest'
import { type Database, database } from '@/db/client'
import { touchRun } from '@/db/queries/runs/touch-run'
import { beginStepRow } from '@/db/queries/steps/begin-step'
import { hasEnded } from '@/lib/services/runs/has-ended'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Execution } from './execution'
import { refreshFacts } from './load-facts'
import { beginItem } from './loop/item-row'
import { flushPending } from './pending'
import { type StepIdentity, stepColumns } from './step-row'

/**
 * Notes that an attempt at a step begins, together with what is pending. Answers false when the step has ended already:
 * its stored outcome is then among the facts. Throws when the run itself has ended.
 */
export async function beginStep(
  execution: Execution,
  step: StepIdentity,
  isResumed: boolean,
): Promise<boolean> {
  const attempt = await database().db.transaction(async (tx) => {
    await touchOpenRun(tx, execution)
    if (execution.item !== null) await beginItem(tx, execution, execution.item)
    await flushPending(tx, execution)
    const begun = await beginStepRow(tx, stepColumns(execution, step), isResumed)
    await deriveStatus(tx, execution, step.path)
    return begun
  })
  announceRun(execution.run.id)
  if (attempt !== null) return true
  await learn(execution, step.path)
  return false
}

/** Looks up how a step ended that another call has ended since this one began. */
export async function learn(execution: Execution, path: string): Promise<void> {
  if (execution.facts.has(path)) return
  await refreshFacts(execution)
}

/** Takes the run's lock, and throws when the run has ended. */
export async function touchOpenRun(tx: Database, execution: Execution): Promise<void> {
  const status = await touchRun(tx, execution.scope)
  if (status === undefined || hasEnded(status)) throw new NonRetriableError(`the run is ${status ?? 'gone'}`)
}
