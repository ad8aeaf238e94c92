import { sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/** The workspaces with runs that wait for a place: one look by index for each, however long their queues are. */
export async function queuedWorkspaces(db: Database): Promise<WorkspaceId[]> {
  const rows = await db.execute<{ workspace_id: WorkspaceId | null }>(sql`
    with recursive queues as (
      (select workspace_id from runs where admitted_at is null and status = 'queued'
        order by workspace_id limit 1)
      union all
      select (select r.workspace_id from runs r
        where r.admitted_at is null and r.status = 'queued' and r.workspace_id > queues.workspace_id
        order by r.workspace_id limit 1)
      from queues where queues.workspace_id is not null
    )
    select workspace_id from queues`)
  return rows.flatMap(({ workspace_id }) => workspace_id ?? [])
}
