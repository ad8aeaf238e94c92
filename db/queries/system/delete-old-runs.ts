import { sql } from 'drizzle-orm'
import type { Database } from '../../client'

/**
 * Deletes up to `limit` runs that are older than the policy of their workspace keeps them, with all that belongs to
 * them, and answers how many went. What still counts stays: a run that has not ended, a run whose chain of retries has
 * one that is younger or under way (the ledger keeps what was done from being done again), and a run with a call that
 * was sent and of which nobody knows what became.
 */
export async function deleteOldRuns(db: Database, { limit }: { readonly limit: number }): Promise<number> {
  const rows = await db.execute(sql`
    with old as (
      select run.id
      from workspaces workspace
      cross join lateral (
        select now() - (workspace.policy ->> 'keepRunsDays')::int * interval '1 day' as before
      ) as kept
      join runs run on run.workspace_id = workspace.id and run.ended_at < kept.before
      where workspace.policy ->> 'keepRunsDays' is not null
        and not exists (
          select 1 from runs other
          where other.origin_run_id = run.origin_run_id and (other.ended_at is null or other.ended_at >= kept.before)
        )
        and not exists (
          select 1 from runs other join effects effect on effect.run_id = other.id
          where other.origin_run_id = run.origin_run_id and effect.status in ('sent', 'unknown')
        )
      limit ${limit}
      for update of run skip locked
    )
    delete from runs where id in (select id from old) returning id`)
  return rows.length
}
