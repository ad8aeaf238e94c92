import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

/** The steps of a run in the order of their mention, with the size of large outputs. */
export async function listStepRows(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
) {
  return db
    .select({ step: steps, artifactSize: artifacts.size })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId)))
    .orderBy(asc(steps.position), asc(steps.path))
}

export type StepRowWithSize = Awaited<ReturnType<typeof listStepRows>>[number]
