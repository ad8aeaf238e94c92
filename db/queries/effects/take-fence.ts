import { and, eq, sql } from 'drizzle-orm'
import type { EffectId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow } from './effect-row'
import { type HeldLease, holdsLease } from './holds-lease'

export type FenceTaking = {
  readonly workspaceId: WorkspaceId
  readonly effectId: EffectId
  readonly held: string
  readonly mine: string
  readonly lease: HeldLease | null
  /** New values of a call that was never sent. A call that was keeps what it was sent with. */
  readonly call?: Pick<
    EffectRow,
    'input' | 'preview' | 'digest' | 'runId' | 'connectionId' | 'connectionName'
  >
}

/**
 * Takes an effect over from an earlier attempt by compare-and-set. Undefined: another attempt was quicker, or this one's
 * lease is lost, and it is the earlier attempt itself.
 */
export async function takeFence(db: Database, taking: FenceTaking): Promise<EffectRow | undefined> {
  const [row] = await db
    .update(effects)
    .set({
      fence: taking.mine,
      attempt: sql`${effects.attempt} + 1`,
      ...(taking.call ? { ...taking.call, status: 'intended', error: null, settledAt: null } : {}),
    })
    .where(
      and(
        eq(effects.workspaceId, taking.workspaceId),
        eq(effects.id, taking.effectId),
        eq(effects.fence, taking.held),
        holdsLease(taking.lease),
      ),
    )
    .returning()
  return row
}
