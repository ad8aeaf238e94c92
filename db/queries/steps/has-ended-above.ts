import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { steps } from '../../schema/runs'

/** Has any of these steps ended? */
export async function hasEndedAbove(
  db: Database,
  {
    workspaceId,
    runId,
    paths,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly paths: readonly string[] },
): Promise<boolean> {
  const [row] = await db
    .select({ path: steps.path })
    .from(steps)
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        eq(steps.runId, runId),
        inArray(steps.path, [...paths]),
        isNotNull(steps.endedAt),
      ),
    )
    .limit(1)
  return row !== undefined
}
