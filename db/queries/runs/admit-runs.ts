import { sql } from 'drizzle-orm'
import type { RunId, VersionId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { isAtWork, placesOf, shareOf } from './insert-run'

type Key = { readonly workspaceId: WorkspaceId }

/** Lets whoever changes the queue of a workspace do so one after another, until the transaction ends. */
export async function lockQueue(db: Database, { workspaceId }: Key): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtext('runs of a workspace'), hashtext(${workspaceId}))`,
  )
}

/**
 * Gives what waits in a workspace's queue the places that are free: the more urgent first, then the older, no more of a
 * workflow than it allows or than its share, none of a workflow that is switched off. Runs that others called do not count
 * against a workflow's limit: they go with their callers. The caller holds the queue's lock.
 *
 * One look per workflow that has something in the queue, each by index: what it costs does not grow with the queue.
 */
export async function admitRunRows(
  db: Database,
  { workspaceId }: Key,
): Promise<{ readonly runId: RunId; readonly versionId: VersionId }[]> {
  const rows = await db.execute<{ id: RunId; version_id: VersionId }>(sql`
    with recursive queues as (
      (select workflow_id from runs
        where workspace_id = ${workspaceId} and admitted_at is null and status = 'queued'
        order by workflow_id limit 1)
      union all
      select (select r.workflow_id from runs r
        where r.workspace_id = ${workspaceId} and r.admitted_at is null and r.status = 'queued'
          and r.workflow_id > queues.workflow_id
        order by r.workflow_id limit 1)
      from queues where queues.workflow_id is not null
    ), at_work as materialized (
      select r.workflow_id from runs r where r.workspace_id = ${workspaceId} and ${isAtWork('r')}
    ), room as (
      select greatest(0, ${placesOf('s')} - (select count(*) from at_work))::int as places,
        ${shareOf(placesOf('s'))}::int as share
      from workspaces s where s.id = ${workspaceId}
    ), limits as (
      select w.id, greatest(0, least(
        room.places,
        room.share - (select count(*) from at_work where at_work.workflow_id = w.id),
        w.runs_at_once - (
          select count(*) from runs r
          where r.workflow_id = w.id and r.started_via <> 'test' and r.parent_run_id is null
            and r.admitted_at is not null and r.ended_at is null)))::int as places
      from queues join workflows w on w.id = queues.workflow_id cross join room
      where room.places > 0 and not w.paused
    ), chosen as (
      select first.id
      from limits cross join lateral (
        select r.id, r.priority, r.created_at from runs r
        where r.workspace_id = ${workspaceId} and r.workflow_id = limits.id
          and r.admitted_at is null and r.status = 'queued'
        order by r.priority desc, r.created_at, r.id limit limits.places
      ) as first
      order by first.priority desc, first.created_at, first.id
      limit (select places from room)
    )
    update runs set admitted_at = now() from chosen
    where runs.id = chosen.id and runs.status = 'queued'
    returning runs.id, runs.version_id`)
  return rows.map((row) => ({ runId: row.id, versionId: row.version_id }))
}
