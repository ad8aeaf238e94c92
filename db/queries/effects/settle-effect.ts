import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EffectId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { StepError } from '../../../lib/engine/contract'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'

export type EffectSettlement = {
  readonly workspaceId: WorkspaceId
  readonly effectId: EffectId
  readonly fence: string
  readonly status: 'confirmed' | 'failed' | 'unknown'
  readonly output?: Json
  readonly error?: StepError
}

/** Writes down what came of a call. False: the fence is another's, and this answer comes too late to count. */
export async function settleEffect(db: Database, settlement: EffectSettlement): Promise<boolean> {
  const rows = await db
    .update(effects)
    .set({
      status: settlement.status,
      output: settlement.output ?? null,
      error: settlement.error ?? null,
      settledAt: sql`now()`,
    })
    .where(
      and(
        eq(effects.workspaceId, settlement.workspaceId),
        eq(effects.id, settlement.effectId),
        eq(effects.fence, settlement.fence),
        inArray(effects.status, ['intended', 'sent']),
      ),
    )
    .returning({ id: effects.id })
  return rows.length === 1
}
