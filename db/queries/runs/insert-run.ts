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
  const ofWorkflow = sql`from ${workflows} where ${workflows}.id = ${run.workflowId} and ${run.startedVia} <> 'test' and ${isCalled(run)}::boolean is false`
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

function whereThereIsRoom(run: NewRun): SQL {
  const { workspaceId, workflowId, startedVia } = run
  return sql`case when ${isCalled(run)}::boolean or (
    not exists (select 1 from ${workflows} w
      where w.id = ${workflowId} and w.runs_at_once is not null and ${startedVia} <> 'test')
    and not exists (select 1 from ${runs} q
      where q.workspace_id = ${workspaceId} and q.admitted_at is null and q.status = 'queued')
    and (
      select ${placesOf('s')} > taken.places and ${shareOf(placesOf('s'))} > taken.of_workflow
      from ${workspaces} s cross join ${placesTaken({ workspaceId, workflowId })} taken where s.id = ${workspaceId}))
    then now() end`
}

const isCalled = ({ parentRunId }: NewRun): boolean => (parentRunId ?? null) !== null

/**
 * How many runs of a workspace are carried now, and of them those of one workflow. A run that waits for one that it called
 * has left its place to that one: a caller with all that it called takes as many places as are at work.
 */
const placesTaken = ({ workspaceId, workflowId }: Pick<NewRun, 'workspaceId' | 'workflowId'>): SQL => sql`(
  select count(*) as places, count(*) filter (where workflow_id = ${workflowId}) as of_workflow from runs r
  where r.workspace_id = ${workspaceId} and ${isAtWork('r')})`

/** Whether a run takes one of its workspace's places. */
export const isAtWork = (table: string): SQL => {
  const run = sql.identifier(table)
  return sql`(${run}.status in ('queued', 'running') and ${run}.admitted_at is not null and ${run}.ended_at is null
    and not exists (select 1 from runs below where below.parent_run_id = ${run}.id and below.ended_at is null))`
}

/** How many runs of a workspace are carried at once, by its policy. */
export function placesOf(table: string): SQL {
  return sql`coalesce((${sql.identifier(table)}.policy ->> 'runsAtOnce')::int, ${defaultRunsAtOnce}::int)`
}

/** So many of them may be of one workflow: one whose runs all wait for a slow service leaves some to the others. */
export const shareOf = (places: SQL): SQL => sql`ceil(${places} * 0.9)`
