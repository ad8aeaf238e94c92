import 'server-only'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { storeWholeRun } from '@/db/queries/runs/store-whole-run'
import type { RunId } from '@/lib/core/ids'
import type { Plan } from '@/lib/engine/contract'
import type { Answer } from '@/lib/workflow/answer'
import { announceRun } from '../watch/announce-run'
import { carrier } from './carrier'
import { createRun, type RunCreation } from './create-run'
import { dispatchRun } from './dispatch-run'

/** `answer`: the run has ended, and this is what its caller is answered. */
export type BegunRun = { readonly runId: RunId; readonly isNew: boolean; readonly answer: Answer | null }

/**
 * Stores a run and has it carried. One that touches nothing outside is carried first and stored whole, in one commit;
 * every other is stored, and the runtime is told. Either way it is never lost once this returns. A run of that id that
 * was there stays as it is.
 */
export async function beginRun(
  creation: RunCreation,
  plan: Plan,
  { isLimited }: { readonly isLimited: boolean },
): Promise<BegunRun> {
  const runId = creation.id ?? newId<RunId>('run')
  const { workspaceId, versionId, trigger, input } = creation
  const now = new Date()
  // A workflow that limits its runs has each of them counted, so none is carried before it is stored.
  const whole = isLimited
    ? undefined
    : await carrier()?.whole({ workspaceId, runId, versionId, plan, trigger, input, now })
  if (!whole) {
    const created = await createRun({ ...creation, id: runId })
    if (created) await dispatchRun(created)
    return { runId, isNew: created !== null, answer: null }
  }
  const { steps, artifacts, answer, ...end } = whole
  const isNew = await storeWholeRun(database().sql, {
    run: {
      ...creation,
      id: runId,
      mode: 'live',
      originRunId: runId,
      status: end.status,
      input: end.input.value,
      inputArtifactId: end.input.artifactId,
      output: end.output,
      error: end.error ?? null,
      createdAt: now,
      endedAt: new Date(),
    },
    steps,
    artifacts,
  })
  if (isNew) announceRun(runId)
  return { runId, isNew, answer: isNew ? answer : null }
}
