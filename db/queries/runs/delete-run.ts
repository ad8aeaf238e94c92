import { and, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'

/** Deletes a run with its steps, artifacts, approvals and effects. */
export async function deleteRunRow(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db.delete(runs).where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
}
