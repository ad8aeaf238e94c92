import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EffectId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'

/** The last write before the request leaves. False: the fence is another's, and nothing may be sent. */
export async function markSent(
  db: Database,
  {
    workspaceId,
    effectId,
    fence,
  }: { readonly workspaceId: WorkspaceId; readonly effectId: EffectId; readonly fence: string },
): Promise<boolean> {
  const rows = await db
    .update(effects)
    .set({ status: 'sent', sentAt: sql`now()` })
    .where(
      and(
        eq(effects.workspaceId, workspaceId),
        eq(effects.id, effectId),
        eq(effects.fence, fence),
        inArray(effects.status, ['intended', 'sent']),
      ),
    )
    .returning({ id: effects.id })
  return rows.length === 1
}
