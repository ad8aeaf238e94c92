import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/** Deletes a run and all that it called, with their steps, artifacts, approvals and effects. */
export async function deleteRunRow(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db.execute(sql`
    with recursive family as (
      select id from runs where workspace_id = ${workspaceId} and id = ${runId}
      union
      select below.id from runs below join family on below.parent_run_id = family.id
      where below.workspace_id = ${workspaceId}
    )
    delete from runs where id in (select id from family)`)
}
