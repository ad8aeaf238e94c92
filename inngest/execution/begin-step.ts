import { NonRetriableError } from 'inngest'
import { type Database, database } from '@/db/client'
import { touchRun } from '@/db/queries/runs/touch-run'
import { beginStepRow } from '@/db/queries/steps/begin-step'
import type { Json } from '@/lib/core/json'
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
  { isResumed, input }: { readonly isResumed: boolean; readonly input: Json | undefined },
): Promise<boolean> {
  const { item } = execution
  const attempt = await database().db.transaction(async (tx) => {
    // Sent together, done in this order: the run is held before its steps.
    const [, , , begun] = await Promise.all([
      touchOpenRun(tx, execution),
      item === null ? undefined : beginItem(tx, execution, item),
      flushPending(tx, execution),
      beginStepRow(tx, stepColumns(execution, step, input), isResumed),
      item === null ? deriveStatus(tx, execution, step.path) : undefined,
    ])
    // A step that its item was only just begun with: the item's row comes first.
    if (item !== null) await deriveStatus(tx, execution, step.path)
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
