import { sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/** Counts a call in its webhook's present minute, over all processes, and says how many there were and when it ends. */
export async function countWebhookCall(
  db: Database,
  { workspaceId, triggerId }: { readonly workspaceId: WorkspaceId; readonly triggerId: string },
): Promise<{ readonly calls: number; readonly freeInMs: number }> {
  const [row] = await db.execute<{ calls: number; free_in: number }>(sql`
    update triggers set
      window_calls = case when window_at > clock_timestamp() - interval '1 minute' then window_calls + 1 else 1 end,
      window_at = case when window_at > clock_timestamp() - interval '1 minute'
        then window_at else clock_timestamp() end
    where id = ${triggerId} and workspace_id = ${workspaceId}
    returning window_calls as calls,
      (extract(epoch from window_at + interval '1 minute' - clock_timestamp()) * 1000)::float8 as free_in`)
  return { calls: row?.calls ?? 1, freeInMs: row?.free_in ?? 60_000 }
}
