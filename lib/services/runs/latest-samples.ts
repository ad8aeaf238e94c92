import 'server-only'
import { type Database, database } from '@/db/client'
import { type LatestOutput, latestOutputs } from '@/db/queries/steps/latest-outputs'
import { listSamples } from '@/db/queries/triggers/webhook-row'
import type { WorkflowId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { storedJson } from './stored-json'

export type Sample = {
  readonly value: Json
  readonly title: string | null
  readonly exit: string | null
  /** Kept outside its step's row: more than a reader wants to see at once. */
  readonly isLarge: boolean
}

/** What each node gave last, by node id: in the latest runs or, newer than those, in a call that was kept as a sample. */
export async function latestSamples(
  key: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
  db: Database = database().db,
): Promise<ReadonlyMap<string, Sample>> {
  const [outputs, kept] = [await latestOutputs(db, key), await listSamples(db, key)]
  const samples = new Map(outputs.map((row) => [row.nodeId, toSample(row)]))
  for (const { nodeId, sample, sampleAt } of kept) {
    const output = outputs.find((row) => row.nodeId === nodeId)
    const isNewer = !output?.endedAt || (sampleAt !== null && sampleAt > output.endedAt)
    if (isNewer)
      samples.set(nodeId, { value: sample, title: output?.title ?? null, exit: 'out', isLarge: true })
  }
  return samples
}

function toSample({ body, output, title, exit }: LatestOutput): Sample {
  return { value: storedJson(body, output), title, exit, isLarge: body !== null }
}
