import { type Database, database } from '@/db/client'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { touchRun } from '@/db/queries/runs/touch-run'
import { finishStepRow } from '@/db/queries/steps/finish-step'
import { storable } from '@/lib/core/storable'
import type { Outcome, StepError } from '@/lib/engine/contract'
import { StaleAttempt } from '@/lib/services/ledger/stale-attempt'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { closing } from './closing'
import { deriveStatus } from './derive-status'
import type { Memo } from './durable-steps'
import type { Execution, Fact, Refusal } from './execution'
import { toStoredOutput } from './stored-output'

export type StepUsage = Pick<Fact, 'tokensIn' | 'tokensOut' | 'cost'>

const ended: Memo = { state: 'ended' }

type Extras = { readonly usage?: StepUsage; readonly refusal?: Refusal }

/** Stores how a step ended, once, and adds it to the facts: the last that its durable step does. */
export async function finishStep(
  execution: Execution,
  path: string,
  outcome: Outcome,
  extras: Extras = {},
): Promise<Memo> {
  const { bytes } = await closing(async (tx, keep) => {
    const [stored] = await Promise.all([
      touchAndStore(tx, execution, { path, outcome, ...extras }),
      keep(ended),
    ])
    return stored
  })
  return noteEnd(execution, { path, outcome, ...extras }, bytes)
}

/**
 * Ends a step together with the call that it made: whatever becomes of the step's own end, that the call worked is
 * written down. Answers whether the call was still this attempt's.
 */
export async function settleAndFinish(
  execution: Execution,
  ending: StepEnding,
  settle: (db: Database) => Promise<boolean>,
): Promise<boolean> {
  try {
    const { bytes } = await closing(async (tx, keep) => {
      const [, isOurs, stored] = await Promise.all([
        touchRun(tx, execution.scope),
        settle(tx),
        storeEnd(tx, execution, ending),
        keep(ended),
      ])
      if (!isOurs) throw new StaleAttempt()
      return stored
    })
    noteEnd(execution, ending, bytes)
    return true
  } catch (error) {
    if (!(await settle(database().db))) return false
    throw error
  }
}

/** The same where the durable step has more to do after it. */
export async function finishStepEarly(execution: Execution, ending: StepEnding): Promise<Memo> {
  const { bytes } = await database().db.transaction((tx) => touchAndStore(tx, execution, ending))
  return noteEnd(execution, ending, bytes)
}

async function touchAndStore(tx: Database, execution: Execution, ending: StepEnding) {
  const [, stored] = await Promise.all([touchRun(tx, execution.scope), storeEnd(tx, execution, ending)])
  return stored
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
  const [isFirst] = await Promise.all([
    finishStepRow(tx, {
      ...execution.scope,
      path,
      status: outcome.status,
      exit: refusal?.rule ?? ('exit' in outcome ? (outcome.exit ?? null) : null),
      output: stored?.output ?? null,
      artifactId: stored?.artifact?.id ?? null,
      error: errorOf(outcome, refusal),
      ...usage,
    }),
    deriveStatus(tx, execution, path),
  ])
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
