import { and, eq, isNull } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { awaitedCalls } from '../../schema/runs'

/** The addresses that a run's steps wait at, by step path. */
export async function listOpenAddresses(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ path: awaitedCalls.stepPath, token: awaitedCalls.token })
    .from(awaitedCalls)
    .where(
      and(
        eq(awaitedCalls.workspaceId, workspaceId),
        eq(awaitedCalls.runId, runId),
        isNull(awaitedCalls.calledAt),
        isNull(awaitedCalls.takenAt),
      ),
    )
  return new Map(rows.map(({ path, token }) => [path, token]))
}
