import { database } from '@/db/client'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { touchRun } from '@/db/queries/runs/touch-run'
import { finishStepRow } from '@/db/queries/steps/finish-step'
import { storable } from '@/lib/core/storable'
import type { Outcome, StepError } from '@/lib/engine/contract'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Memo } from './durable-steps'
import type { Execution, Fact, Refusal } from './execution'
import { toStoredOutput } from './stored-output'

export type StepUsage = Pick<Fact, 'tokensIn' | 'tokensOut' | 'cost'>

const ended: Memo = { state: 'ended' }

/** Stores how a step ended, once, and adds it to the facts. */
export async function finishStep(
  execution: Execution,
  path: string,
  outcome: Outcome,
  { usage, refusal }: { readonly usage?: StepUsage; readonly refusal?: Refusal } = {},
): Promise<Memo> {
  const stored = outcome.status === 'succeeded' ? toStoredOutput(execution, outcome.output) : null
  await database().db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    if (stored?.artifact) {
      await insertArtifact(tx, {
        id: stored.artifact.id,
        ...execution.scope,
        contentType: 'application/json',
        size: stored.bytes,
        body: stored.artifact.body,
      })
    }
    await finishStepRow(tx, {
      ...execution.scope,
      path,
      status: outcome.status,
      exit: refusal?.rule ?? (outcome.status === 'skipped' ? null : (outcome.exit ?? null)),
      output: stored?.output ?? null,
      artifactId: stored?.artifact?.id ?? null,
      error: errorOf(outcome, refusal),
      ...usage,
    })
    await deriveStatus(tx, execution, path)
  })
  execution.size.bytes += stored?.bytes ?? 0
  const nothing = { tokensIn: 0, tokensOut: 0, cost: 0 }
  execution.facts.set(path, { ...nothing, ...usage, outcome, refusal: refusal ?? null })
  announceRun(execution.run.id)
  return ended
}

function errorOf(outcome: Outcome, refusal: Refusal | undefined): StepError | null {
  if (refusal) return { code: 'forbidden', who: 'user', retry: 'no', message: storable(refusal.message) }
  return outcome.status === 'failed' ? { ...outcome.error, message: storable(outcome.error.message) } : null
}
