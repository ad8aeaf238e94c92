import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/**
 * Sets what a step that goes on shows from its parts (an agent's turns and calls, an item's steps, a loop's items): that
 * it waits while one waits and none runs, and what all of them used so far. Answers whether that changed anything. The
 * caller holds the run's lock.
 */
export async function deriveWholeStatus(
  db: Database,
  {
    workspaceId,
    runId,
    path,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly path: string },
): Promise<boolean> {
  const rows = await db.execute(sql`
    update steps set
      status = parts.status,
      waiting_for = parts.why,
      tokens_in = parts.tokens_in,
      tokens_out = parts.tokens_out,
      cost = parts.cost
    from (
      select
        case when waits and not runs then 'waiting' else 'running' end as status,
        case when waits and not runs then why end as why,
        tokens_in, tokens_out, cost
      from (
        select
          coalesce(bool_or(status = 'running'), false) as runs,
          coalesce(bool_or(status in ('waiting', 'unknown')), false) as waits,
          (array_agg(waiting_for order by position) filter (where status in ('waiting', 'unknown')))[1] as why,
          coalesce(sum(tokens_in), 0)::int as tokens_in,
          coalesce(sum(tokens_out), 0)::int as tokens_out,
          coalesce(sum(cost), 0) as cost
        from steps
        where run_id = ${runId} and workspace_id = ${workspaceId} and parent = ${path}
      ) as sums
    ) as parts
    where steps.run_id = ${runId} and steps.workspace_id = ${workspaceId}
      and steps.path = ${path} and steps.ended_at is null
      and (steps.status, steps.waiting_for, steps.tokens_in, steps.tokens_out, steps.cost)
        is distinct from (parts.status, parts.why, parts.tokens_in, parts.tokens_out, parts.cost)
    returning steps.path`)
  return rows.length > 0
}
