import 'server-only'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { recordStepRows, type StepRecord } from '@/db/queries/steps/record-steps'
import type { ArtifactId, RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'

/** A step that a run is given when it is made: it is a fact, and is not run. */
export type GivenStep = Omit<StepRecord, 'runId' | 'workspaceId' | 'attempt' | 'artifactId' | 'output'> & {
  readonly value: Json
}

const inlineBytes = 64 * 1024

/** Stores given steps. They are told from steps of the run's own by having had no attempt. */
export async function storeGivenSteps(
  tx: Database,
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  given: readonly GivenStep[],
): Promise<void> {
  const records: StepRecord[] = []
  for (const { value, ...step } of given) {
    const body = Buffer.from(JSON.stringify(value))
    const artifactId = body.length > inlineBytes ? newId<ArtifactId>('art') : null
    if (artifactId) {
      const contentType = 'application/json'
      await insertArtifact(tx, { id: artifactId, ...scope, contentType, size: body.length, body })
    }
    records.push({ ...step, ...scope, attempt: 0, artifactId, output: artifactId ? null : value })
  }
  await recordStepRows(tx, records)
}
