import { and, eq, sql } from 'drizzle-orm'
import type { EffectId, UserId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow } from './effect-row'

export type EffectResolution = {
  readonly workspaceId: WorkspaceId
  readonly effectId: EffectId
  readonly userId: UserId
  readonly status: 'confirmed' | 'failed' | 'skipped'
  /** What the person says that the call gave. */
  readonly output?: Json
}

/** Writes down what a person says of an unknown outcome. Undefined: it is not unknown any more. */
export async function resolveEffectRow(
  db: Database,
  resolution: EffectResolution,
): Promise<EffectRow | undefined> {
  const [row] = await db
    .update(effects)
    .set({
      status: resolution.status,
      resolvedBy: resolution.userId,
      settledAt: sql`now()`,
      ...(resolution.output === undefined ? {} : { output: resolution.output }),
    })
    .where(
      and(
        eq(effects.workspaceId, resolution.workspaceId),
        eq(effects.id, resolution.effectId),
        eq(effects.status, 'unknown'),
      ),
    )
    .returning()
  return row
}
