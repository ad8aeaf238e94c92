import { type Database, database } from '@/db/client'
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

type Extras = { readonly usage?: StepUsage; readonly refusal?: Refusal }

/** Stores how a step ended, once, and adds it to the facts. */
export async function finishStep(
  execution: Execution,
  path: string,
  outcome: Outcome,
  extras: Extras = {},
): Promise<Memo> {
  const stored = await database().db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    return storeEnd(tx, execution, { path, outcome, ...extras })
  })
  return noteEnd(execution, { path, outcome, ...extras }, stored.bytes)
}

export type StepEnding = Extras & { readonly path: string; readonly outcome: Outcome }

/** Stores how a step ended in a transaction that has touched the run. `isFirst`: it had not ended before. */
export async function storeEnd(
  tx: Database,
  execution: Execution,
  { path, outcome, usage, refusal }: StepEnding,
): Promise<{ readonly isFirst: boolean; readonly bytes: number }> {
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
  const isFirst = await finishStepRow(tx, {
    ...execution.scope,
    path,
    status: outcome.status,
    exit: refusal?.rule ?? ('exit' in outcome ? (outcome.exit ?? null) : null),
    output: stored?.output ?? null,
    artifactId: stored?.artifact?.id ?? null,
    error: errorOf(outcome, refusal),
    ...usage,
  })
  await deriveStatus(tx, execution, path)
  return { isFirst, bytes: stored?.bytes ?? 0 }
}

/** Adds an ending whose transaction has been committed to the facts. */
export function noteEnd(
  execution: Execution,
  { path, outcome, usage, refusal }: StepEnding,
  bytes: number,
): Memo {
  execution.size.bytes += bytes
  const nothing = { tokensIn: 0, tokensOut: 0, cost: 0 }
  execution.facts.set(path, { ...nothing, ...usage, outcome, refusal: refusal ?? null })
  announceRun(execution.run.id)
  return ended
}

function errorOf(outcome: Outcome, refusal: Refusal | undefined): StepError | null {
  if (refusal) return { code: 'forbidden', who: 'user', retry: 'no', message: storable(refusal.message) }
  return outcome.status === 'failed' ? { ...outcome.error, message: storable(outcome.error.message) } : null
}
