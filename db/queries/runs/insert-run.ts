import { type SQL, sql } from 'drizzle-orm'
import { defaultRunsAtOnce } from '../../../lib/policy/workspace-policy'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'
import { runs } from '../../schema/runs'
import { workflows } from '../../schema/workflows'

export type NewRun = Omit<typeof runs.$inferInsert, 'admittedAt'>

/** A stored run: whether there is room for it, and what its workflow says of one run too many. */
export type InsertedRun = {
  readonly isAdmitted: boolean
  readonly runsAtOnce: number | null
  readonly whenFull: 'queue' | 'skip' | 'replace' | null
}

/**
 * Stores a run, with a place at once where there is room and nobody waits: that costs no further statement. Nothing when
 * a run of that id is stored already. A run that another one called goes with its caller, which has a place and waits for
 * it: made to wait itself, the two could wait for ever.
 */
export async function insertRun(db: Database, run: NewRun): Promise<InsertedRun | undefined> {
  const ofWorkflow = sql`from ${workflows} where ${workflows}.id = ${run.workflowId} and ${run.startedVia} not in ('test', 'workflow')`
  const [row] = await db
    .insert(runs)
    .values({ ...run, admittedAt: whereThereIsRoom(run) })
    .onConflictDoNothing()
    .returning({
      admittedAt: runs.admittedAt,
      runsAtOnce: sql<number | null>`(select runs_at_once ${ofWorkflow})`,
      whenFull: sql<InsertedRun['whenFull']>`(select when_full ${ofWorkflow})`,
    })
    .prepare('insert_run')
    .execute()
  return row && { isAdmitted: row.admittedAt !== null, runsAtOnce: row.runsAtOnce, whenFull: row.whenFull }
}

function whereThereIsRoom({ workspaceId, workflowId, startedVia }: NewRun): SQL {
  return sql`case when ${startedVia} = 'workflow' or (
    not exists (select 1 from ${workflows} w
      where w.id = ${workflowId} and w.runs_at_once is not null and ${startedVia} <> 'test')
    and not exists (select 1 from ${runs} q
      where q.workspace_id = ${workspaceId} and q.admitted_at is null and q.status = 'queued')
    and (select count(*) from ${runs} r
      where r.workspace_id = ${workspaceId} and r.status in ('queued', 'running')
        and r.admitted_at is not null and r.ended_at is null)
      < (select ${runsAtOnceOf('s')} from ${workspaces} s where s.id = ${workspaceId}))
    then now() end`
}

/** How many runs of a workspace are carried at once, by its policy. */
export function runsAtOnceOf(table: string): SQL {
  return sql`coalesce((${sql.identifier(table)}.policy ->> 'runsAtOnce')::int, ${defaultRunsAtOnce}::int)`
}
