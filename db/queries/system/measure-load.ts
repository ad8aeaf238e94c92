import { sql } from 'drizzle-orm'
import type { RunStatus } from '../../../lib/workflow/views/run-view'
import type { Database } from '../../client'

export type Load = {
  readonly runs: readonly { readonly status: RunStatus; readonly count: number }[]
  /** Since when the oldest queued run has waited to begin; 0 when none does. */
  readonly oldestQueuedSeconds: number
  /** Work of the embedded runner: in the hands of a process, and due without one. */
  readonly jobs: { readonly leased: number; readonly due: number }
  /** The connections of all processes of this installation. */
  readonly connections: readonly { readonly state: string; readonly count: number }[]
}

/** What the installation has to do at this moment, over all workspaces: counts, and nothing of anyone's data. */
export async function measureLoad(db: Database): Promise<Load> {
  const [runs, queued, jobs, connections] = await Promise.all([
    db.execute<{ status: RunStatus; count: number }>(
      sql`select status, count(*)::int as count from runs group by status`,
    ),
    db.execute<{ seconds: number }>(sql`
      select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
      from runs where status = 'queued'`),
    db.execute<{ leased: number; due: number }>(sql`
      select
        count(*) filter (where token is not null)::int as leased,
        count(*) filter (where token is null and run_at <= now())::int as due
      from runner_jobs`),
    db.execute<{ state: string; count: number }>(sql`
      select state, count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name like 'handrail%' and state is not null
      group by state`),
  ])
  return {
    runs: [...runs],
    oldestQueuedSeconds: queued[0]?.seconds ?? 0,
    jobs: jobs[0] ?? { leased: 0, due: 0 },
    connections: [...connections],
  }
}
