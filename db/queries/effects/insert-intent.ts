import { sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow, NewEffect } from './effect-row'

/** Writes an intent down. Answers undefined when one of the same key is there already. */
export async function insertIntent(db: Database, intent: NewEffect): Promise<EffectRow | undefined> {
  const [row] = await db.insert(effects).values(intent).onConflictDoNothing().returning()
  return row
}

/** The same for one that is sent as soon as this is committed. */
export async function insertSending(
  db: Database,
  intent: Omit<NewEffect, 'status' | 'sentAt'>,
): Promise<EffectRow | undefined> {
  const [row] = await db
    .insert(effects)
    .values({ ...intent, status: 'sent', sentAt: sql`now()` })
    .onConflictDoNothing()
    .returning()
  return row
}
