import type { ArtifactRow } from '@/db/queries/artifacts/insert-artifact'
import type { StepRecord } from '@/db/queries/steps/record-steps'
import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Plan, RunEnd } from '@/lib/engine/contract'
import type { Answer } from '@/lib/workflow/answer'

/** A run that is about to be stored, and what it is to be carried by. */
export type RunToCarry = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly versionId: VersionId
  readonly plan: Plan
  readonly trigger: string
  readonly input: Json
  /** The run's time: what Liquid and CEL call now. */
  readonly now: Date
}

/** All that is to be stored of a run that was carried to its end before it was stored. */
export type WholeRun = Pick<RunEnd, 'status' | 'error'> & {
  /** As the run's row keeps them: a large value is the artifact that it names. */
  readonly input: { readonly value: Json; readonly artifactId: ArtifactRow['id'] | null }
  readonly output: Json
  readonly steps: readonly StepRecord[]
  readonly artifacts: readonly ArtifactRow[]
  /** What a caller that waits is answered. */
  readonly answer: Answer
}
