import { and, desc, eq, inArray } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow } from './effect-row'

/** Of the effects under these keys (one call's generations), the latest. */
export async function findLatestEffect(
  db: Database,
  { workspaceId, keys }: { readonly workspaceId: WorkspaceId; readonly keys: readonly string[] },
): Promise<EffectRow | undefined> {
  const [row] = await db
    .select()
    .from(effects)
    .where(and(eq(effects.workspaceId, workspaceId), inArray(effects.key, [...keys])))
    .orderBy(desc(effects.generation))
    .limit(1)
  return row
}
