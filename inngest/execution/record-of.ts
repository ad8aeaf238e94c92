import type { StepRecord } from '@/db/queries/steps/record-steps'
import type { ArtifactId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome } from '@/lib/engine/contract'
import type { StepIdentity } from './step-row'

/** Where a step's output lies: with the step, or in an artifact. */
export type OutputPlace = { readonly output: Json | null; readonly artifactId: ArtifactId | null }

/** The row of a step that touched no port, known whole when it is first stored. */
export function recordOf(
  scope: Pick<StepRecord, 'workspaceId' | 'runId'>,
  { step, outcome, at }: { readonly step: StepIdentity; readonly outcome: Outcome; readonly at: Date },
  place: OutputPlace,
): StepRecord {
  return {
    ...scope,
    ...step,
    ...place,
    status: outcome.status,
    exit: 'exit' in outcome ? (outcome.exit ?? null) : null,
    attempt: 1,
    error: outcome.status === 'failed' ? outcome.error : null,
    startedAt: outcome.status === 'skipped' ? null : at,
    endedAt: at,
  }
}
