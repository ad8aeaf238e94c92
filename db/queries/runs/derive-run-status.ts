import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/**
 * Sets an unfinished run's status from its steps: running while one runs, waiting while one waits and none runs. Cost
 * and tokens are summed from the same rows. The caller holds the run's lock.
 */
export async function deriveRunStatus(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db.execute(sql`
    update runs set
      status = case when facts.waits and not facts.runs then 'waiting' else 'running' end,
      waiting_for = case when facts.waits and not facts.runs then facts.why end,
      cost = facts.cost,
      tokens = facts.tokens,
      started_at = coalesce(started_at, now())
    from (
      select
        coalesce(bool_or(status = 'running'), false) as runs,
        coalesce(bool_or(status in ('waiting', 'unknown')), false) as waits,
        (array_agg(waiting_for order by position) filter (where status in ('waiting', 'unknown')))[1] as why,
        coalesce(sum(cost), 0) as cost,
        coalesce(sum(coalesce(tokens_in, 0) + coalesce(tokens_out, 0)), 0)::int as tokens
      from steps
      where run_id = ${runId} and workspace_id = ${workspaceId} and parent is null
    ) as facts
    where runs.id = ${runId} and runs.workspace_id = ${workspaceId}
      and runs.status in ('queued', 'running', 'waiting')`)
}
