import 'server-only'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { type StoredWhole, storeWholeRun } from '@/db/queries/runs/store-whole-run'
import { statementsOf } from '@/db/statements-of'
import type { RunId } from '@/lib/core/ids'
import type { Plan } from '@/lib/engine/contract'
import type { Answer } from '@/lib/workflow/answer'
import { announceRun } from '../watch/announce-run'
import { carriedUnstored } from './carried-unstored'
import { carrier } from './carrier'
import { type RunCreation, storeRun } from './create-run'
import { dispatchRun } from './dispatch-run'
import type { WholeRun } from './whole-run'

/** `answer`: the run has ended, and this is what its caller is answered. */
export type BegunRun = { readonly runId: RunId; readonly isNew: boolean; readonly answer: Answer | null }

type Beginning = {
  /** Its workflow limits its runs: each of them is counted, so none is carried before it is stored. */
  readonly isLimited: boolean
  /** What is stored with it, in the same transaction. */
  readonly also?: (tx: Database, runId: RunId) => Promise<void>
}

/**
 * Stores a run and has it carried. One that touches nothing outside is carried first and stored whole, in one commit;
 * every other is stored, and the runtime is told. Either way it is never lost once this returns. A run of that id that
 * was there stays as it is. Without a plan the runtime says what is wrong with the version.
 */
export async function beginRun(
  creation: RunCreation,
  plan: Plan | undefined,
  beginning: Beginning,
): Promise<BegunRun> {
  const run = await toBegin(creation, plan, beginning)
  const { id: runId, whole } = run
  // The one statement needs no transaction around it.
  if (whole && whole.artifacts.length === 0 && !beginning.also) {
    const isNew = await storeWholeRun(database().sql, toRows(run, whole))
    if (isNew) announceRun(runId)
    return { runId, isNew, answer: isNew ? whole.answer : null }
  }
  const { isNew, tell } = await database().db.transaction((tx) => store(tx, run, beginning.also))
  await tell()
  return { runId, isNew, answer: isNew && whole ? whole.answer : null }
}

/** The same within a transaction of the caller's. Returns what to do after its commit. */
export async function beginRunWithin(
  tx: Database,
  creation: RunCreation,
  plan: Plan | undefined,
  beginning: Beginning,
): Promise<() => Promise<void>> {
  const { tell } = await store(tx, await toBegin(creation, plan, beginning), beginning.also)
  return tell
}

type RunToBegin = RunCreation & {
  readonly id: RunId
  readonly now: Date
  readonly whole: WholeRun | undefined
}

async function toBegin(
  creation: RunCreation,
  plan: Plan | undefined,
  { isLimited }: Beginning,
): Promise<RunToBegin> {
  const run = { ...creation, id: creation.id ?? newId<RunId>('run'), now: new Date() }
  const { id: runId, workspaceId, versionId, trigger, input, now } = run
  const unstored = carriedUnstored()
  // What may have ended a process before is stored first: it is parked when it does so again.
  if (isLimited || !plan || unstored.isSuspect(versionId)) return { ...run, whole: undefined }
  const end = unstored.begin(versionId)
  try {
    const whole = await carrier()?.whole({ workspaceId, runId, versionId, plan, trigger, input, now })
    return { ...run, whole }
  } finally {
    end()
  }
}

type Stored = { readonly isNew: boolean; readonly tell: () => Promise<void> }

async function store(tx: Database, run: RunToBegin, also: Beginning['also']): Promise<Stored> {
  const nothing = async () => {}
  if (run.whole) {
    const isNew = await storeWholeRun(statementsOf(tx), toRows(run, run.whole))
    if (isNew) await also?.(tx, run.id)
    return { isNew, tell: isNew ? async () => announceRun(run.id) : nothing }
  }
  const { now: _now, whole: _whole, ...creation } = run
  const stored = await storeRun(tx, creation)
  if (!stored) return { isNew: false, tell: nothing }
  const isWanted = stored.isAdmitted && !stored.ended.includes(run.id)
  // Where the runtime can be told within the transaction that stores the run, one commit does for both.
  const [begin] = await Promise.all([
    isWanted ? carrier()?.requestWithin?.(tx, stored) : undefined,
    also?.(tx, run.id),
  ])
  return { isNew: true, tell: () => dispatchRun(stored, begin) }
}

function toRows({ now, whole: _whole, ...run }: RunToBegin, whole: WholeRun): StoredWhole {
  return {
    run: {
      ...run,
      mode: 'live',
      originRunId: run.id,
      status: whole.status,
      input: whole.input.value,
      inputArtifactId: whole.input.artifactId,
      output: whole.output,
      error: whole.error ?? null,
      createdAt: now,
      endedAt: new Date(),
    },
    steps: whole.steps,
    artifacts: whole.artifacts,
  }
}
