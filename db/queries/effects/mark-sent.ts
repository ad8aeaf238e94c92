import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EffectId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import { type HeldLease, holdsLease } from './holds-lease'

export type Sending = {
  readonly workspaceId: WorkspaceId
  readonly effectId: EffectId
  readonly fence: string
  readonly lease: HeldLease | null
}

/**
 * The last write before the request leaves. Answers how long the attempt may take until then, counted from the asking:
 * as long as its lease lasts. Undefined: the fence or the lease is another's, and nothing may be sent.
 */
export async function markSent(
  db: Database,
  { workspaceId, effectId, fence, lease }: Sending,
): Promise<{ readonly withinMs: number } | undefined> {
  const left =
    lease === null
      ? sql<null>`null`
      : sql<string | null>`(
          select extract(epoch from lease_until - now()) * 1000 from runner_jobs where id = ${lease.jobId}::bigint
        )`
  const [row] = await db
    .update(effects)
    .set({ status: 'sent', sentAt: sql`now()` })
    .where(
      and(
        eq(effects.workspaceId, workspaceId),
        eq(effects.id, effectId),
        eq(effects.fence, fence),
        inArray(effects.status, ['intended', 'sent']),
        holdsLease(lease),
      ),
    )
    .returning({ left })
  if (!row) return undefined
  return { withinMs: row.left === null ? Number.POSITIVE_INFINITY : Number(row.left) }
}
