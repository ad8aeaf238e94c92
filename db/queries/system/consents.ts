import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { consents } from '../../schema/connections'
import { workspaces } from '../../schema/identity'

export type ConsentRow = typeof consents.$inferSelect
export type FoundConsent = ConsentRow & { readonly slug: string; readonly isOver: boolean }

const minutes = 10

/** Notes that someone was sent to consent. What is older than a day is forgotten on the way. */
export async function insertConsent(
  db: Database,
  consent: Omit<typeof consents.$inferInsert, 'expiresAt'>,
): Promise<void> {
  await db.delete(consents).where(lt(consents.expiresAt, sql`now() - interval '1 day'`))
  await db.insert(consents).values({ ...consent, expiresAt: sql`now() + make_interval(mins => ${minutes})` })
}

/** The consent that this state stands for, whether it is still good or not. Whoever comes back knows no workspace yet. */
export async function findConsent(db: Database, stateHash: string): Promise<FoundConsent | undefined> {
  const [row] = await db
    .select({
      consent: consents,
      slug: workspaces.slug,
      isOver: sql<boolean>`${consents.expiresAt} <= now()`,
    })
    .from(consents)
    .innerJoin(workspaces, eq(workspaces.id, consents.workspaceId))
    .where(eq(consents.stateHash, stateHash))
  return row && { ...row.consent, slug: row.slug, isOver: row.isOver }
}

/** Takes the one return that a consent is good for. False: it was taken, or its time is over. */
export async function takeConsent(db: Database, stateHash: string): Promise<boolean> {
  const rows = await db
    .update(consents)
    .set({ takenAt: sql`now()` })
    .where(
      and(eq(consents.stateHash, stateHash), isNull(consents.takenAt), gt(consents.expiresAt, sql`now()`)),
    )
    .returning({ stateHash: consents.stateHash })
  return rows.length === 1
}
