import { type Database, database } from '@/db/client'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { touchRun } from '@/db/queries/runs/touch-run'
import { flushStepRows } from '@/db/queries/steps/flush-steps'
import type { StepRecord } from '@/db/queries/steps/record-steps'
import { statementsOf } from '@/db/statements-of'
import type { Outcome } from '@/lib/engine/contract'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import { recordOf } from './record-of'
import type { StepIdentity } from './step-row'
import { toStoredOutput } from './stored-output'

/** Keeps an outcome that can be computed again until the next durable write takes it along. */
export function keepPending(execution: Execution, step: StepIdentity, outcome: Outcome): void {
  if (execution.facts.has(step.path) || execution.pending.has(step.path)) return
  execution.pending.set(step.path, { step, outcome })
}

/** Stores what is pending by itself, where no other write would take it along. */
export async function flushNow(execution: Execution): Promise<Memo> {
  await database().db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    const last = [...execution.pending.keys()].at(-1)
    await flushPending(tx, execution)
    if (last !== undefined) await deriveStatus(tx, execution, last)
  })
  announceRun(execution.run.id)
  return { state: 'ended' }
}

/** Stores what is pending, in one statement. What was stored by an earlier call stays. */
export async function flushPending(tx: Database, execution: Execution): Promise<void> {
  const records: StepRecord[] = []
  for (const { step, outcome } of execution.pending.values()) {
    const stored = outcome.status === 'succeeded' ? toStoredOutput(execution, outcome.output) : null
    if (stored?.artifact) {
      await insertArtifact(tx, {
        id: stored.artifact.id,
        ...execution.scope,
        contentType: 'application/json',
        size: stored.bytes,
        body: stored.artifact.body,
      })
    }
    execution.size.bytes += stored?.bytes ?? 0
    records.push(
      recordOf(
        execution.scope,
        { step, outcome, at: new Date() },
        { output: stored?.output ?? null, artifactId: stored?.artifact?.id ?? null },
      ),
    )
  }
  await flushStepRows(statementsOf(tx), execution.scope, records)
  execution.pending.clear()
}
