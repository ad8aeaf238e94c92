import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/**
 * Sets what an agent's step that goes on shows from its turns and calls: that it waits while one waits and none runs,
 * and what all of them used so far. The caller holds the run's lock.
 */
export async function deriveAgentStatus(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<void> {
  await db.execute(sql`
    update steps set
      status = case when parts.waits and not parts.runs then 'waiting' else 'running' end,
      waiting_for = case when parts.waits and not parts.runs then parts.why end,
      tokens_in = parts.tokens_in,
      tokens_out = parts.tokens_out,
      cost = parts.cost
    from (
      select
        parent,
        bool_or(status = 'running') as runs,
        bool_or(status in ('waiting', 'unknown')) as waits,
        (array_agg(waiting_for order by position) filter (where status in ('waiting', 'unknown')))[1] as why,
        coalesce(sum(tokens_in), 0)::int as tokens_in,
        coalesce(sum(tokens_out), 0)::int as tokens_out,
        coalesce(sum(cost), 0) as cost
      from steps
      where run_id = ${runId} and workspace_id = ${workspaceId} and parent is not null
      group by parent
    ) as parts
    where steps.run_id = ${runId} and steps.workspace_id = ${workspaceId}
      and steps.path = parts.parent and steps.ended_at is null`)
}
