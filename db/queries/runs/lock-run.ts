import { and, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { runs } from '../../schema/runs'
import type { RunRow } from './find-run'

/**
 * The run, locked until the transaction ends. Whoever changes a run's rows takes this lock first, so that two who do
 * never wait for each other.
 */
export async function lockRun(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .for('update')
    .prepare('lock_run')
    .execute()
  return row
}
