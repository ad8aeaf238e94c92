import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow, NewEffect } from './effect-row'

/** Writes an intent down. Answers undefined when one of the same key is there already. */
export async function insertIntent(db: Database, intent: NewEffect): Promise<EffectRow | undefined> {
  const [row] = await db.insert(effects).values(intent).onConflictDoNothing().returning()
  return row
}
