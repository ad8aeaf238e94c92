import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/**
 * Lets the items of a loop that did not succeed be carried on: they and their steps that did not succeed have not ended
 * any more. What succeeded stays, and is not done again.
 */
export async function reopenItems(
  db: Database,
  {
    workspaceId,
    runId,
    loop,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly loop: string },
): Promise<void> {
  await db.execute(sql`
    with open as (
      select path from steps
      where run_id = ${runId} and workspace_id = ${workspaceId} and parent = ${loop} and status <> 'succeeded'
    )
    update steps set status = 'queued', ended_at = null, error = null, exit = null
    where run_id = ${runId} and workspace_id = ${workspaceId} and status <> 'succeeded'
      and exists (select 1 from open where steps.path = open.path or starts_with(steps.path, open.path || '.'))`)
}
