import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { effects, steps } from '../../schema/runs'

/** Unknown outcomes that a person has resolved, and whose steps still wait to be told. */
export async function unsignalledEffects(db: Database, { limit }: { readonly limit: number }) {
  return db
    .select({ effectId: effects.id })
    .from(steps)
    .innerJoin(effects, and(eq(effects.runId, steps.runId), eq(effects.stepPath, steps.path)))
    .where(
      and(
        eq(steps.status, 'unknown'),
        isNotNull(effects.resolvedBy),
        lt(effects.settledAt, sql`now() - interval '300 milliseconds'`),
      ),
    )
    .limit(limit)
}
