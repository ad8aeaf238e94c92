import { sql } from 'drizzle-orm'
import type { Database } from '../../client'

/**
 * Deletes up to `limit` runs that are older than the policy of their workspace keeps them, with all that they called and
 * all that belongs to them, and answers how many of those that nobody called went. What still counts stays, and with it
 * its callers and what these called: a run that has not ended, a run whose chain of retries has one that is younger or
 * under way (the ledger keeps what was done from being done again), and a run with a call that was sent and of which
 * nobody knows what became.
 */
export async function deleteOldRuns(db: Database, { limit }: { readonly limit: number }): Promise<number> {
  const rows = await db.execute(sql`
    with recursive old as (
      select run.id
      from workspaces workspace
      cross join lateral (
        select now() - (workspace.policy ->> 'keepRunsDays')::int * interval '1 day' as before
      ) as kept
      join runs run on run.workspace_id = workspace.id and run.ended_at < kept.before
      where workspace.policy ->> 'keepRunsDays' is not null
        and not exists (select 1 from runs caller where caller.id = run.parent_run_id)
        and not exists (
          with recursive family as (
            select run.id, run.origin_run_id
            union
            select below.id, below.origin_run_id from runs below join family on below.parent_run_id = family.id
          )
          select 1 from family join runs other on other.origin_run_id = family.origin_run_id
          where other.ended_at is null or other.ended_at >= kept.before
            or exists (
              select 1 from effects effect where effect.run_id = other.id and effect.status in ('sent', 'unknown'))
        )
      limit ${limit}
      for update of run skip locked
    ), family as (
      select id, true as is_first from old
      union
      select below.id, false from runs below join family on below.parent_run_id = family.id
    ), gone as (
      delete from runs using family where runs.id = family.id returning family.is_first
    )
    select 1 from gone where is_first`)
  return rows.length
}
