import { sql } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'

/** Makes no call through a connection for so long, because the far side asked for that. A longer hold stands. */
export async function holdConnection(
  db: Database,
  {
    workspaceId,
    connectionId,
    ms,
  }: { readonly workspaceId: WorkspaceId; readonly connectionId: string; readonly ms: number },
): Promise<void> {
  await db.execute(sql`
    update connections
    set held_until = greatest(held_until, clock_timestamp() + ${ms}::float8 * interval '1 millisecond')
    where id = ${connectionId} and workspace_id = ${workspaceId}`)
}
