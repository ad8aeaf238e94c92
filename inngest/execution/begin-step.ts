import { NonRetriableError } from 'inngest'
import { database } from '@/db/client'
import { touchRun } from '@/db/queries/runs/touch-run'
import { beginStepRow } from '@/db/queries/steps/begin-step'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Execution } from './execution'
import { loadFacts } from './load-facts'
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
    const status = await touchRun(tx, execution.scope)
    if (status === undefined || status === 'cancelled' || status === 'failed' || status === 'succeeded') {
      throw new NonRetriableError(`the run is ${status ?? 'gone'}`)
    }
    await flushPending(tx, execution)
    const begun = await beginStepRow(tx, stepColumns(execution, step), isResumed)
    await deriveStatus(tx, execution, step.path)
    return begun
  })
  announceRun(execution.run.id)
  if (attempt !== null) return true
  if (!execution.facts.has(step.path)) {
    for (const [path, fact] of (await loadFacts(execution.scope)).facts) execution.facts.set(path, fact)
  }
  return false
}
