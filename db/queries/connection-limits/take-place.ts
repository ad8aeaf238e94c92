import { sql } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

type ConnectionKey = { readonly workspaceId: WorkspaceId; readonly connectionId: string }
type StepKey = { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly path: string }

/**
 * Gives out the next place among a connection's calls, in the order in which they are asked for, and says in how many
 * milliseconds it comes. Windows follow one another without touching: each has at most so many calls. Nothing where
 * there is no limit.
 */
export async function nextPlace(
  db: Database,
  { workspaceId, connectionId }: ConnectionKey,
): Promise<number | undefined> {
  const [row] = await db.execute<{ in_ms: number }>(sql`
    with clock as (select clock_timestamp() as now), held as (
      select id, now, rate_calls, window_at, window_calls, rate_seconds * interval '1 second' as length
      from connections cross join clock
      where id = ${connectionId} and workspace_id = ${workspaceId}
        and rate_calls is not null and rate_seconds is not null
      for update of connections
    ), next as (
      select id, now,
        case when window_at is null or now >= window_at + length then now
          when window_calls < rate_calls then window_at
          else window_at + length end as at,
        case when window_at is not null and now < window_at + length and window_calls < rate_calls
          then window_calls + 1 else 1 end as calls
      from held
    )
    update connections set window_at = next.at, window_calls = next.calls
    from next where connections.id = next.id
    returning (extract(epoch from greatest(next.at, next.now) - next.now) * 1000)::float8 as in_ms`)
  return row?.in_ms
}

/** Notes which place a step was given, or that it used it (null). Several of a step's tries never share one. */
export async function keepPlace(
  db: Database,
  { workspaceId, runId, path, inMs }: StepKey & { readonly inMs: number | null },
): Promise<void> {
  const at = inMs === null ? sql`null` : sql`clock_timestamp() + ${inMs}::float8 * interval '1 millisecond'`
  await db.execute(sql`
    update steps set place_at = ${at} where run_id = ${runId} and workspace_id = ${workspaceId} and path = ${path}`)
}

/** In how many milliseconds the place comes that a step was given; nothing when it has none. */
export async function keptPlace(
  db: Database,
  { workspaceId, runId, path }: StepKey,
): Promise<number | undefined> {
  const [row] = await db.execute<{ in_ms: number | null }>(sql`
    select (extract(epoch from place_at - clock_timestamp()) * 1000)::float8 as in_ms from steps
    where run_id = ${runId} and workspace_id = ${workspaceId} and path = ${path}`)
  return row?.in_ms ?? undefined
}
