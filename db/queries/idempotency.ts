import { and, eq, isNull, sql } from 'drizzle-orm'
import type { UserId, WorkspaceId } from '../../lib/core/ids'
import type { Database } from '../client'
import { idempotencyKeys } from '../schema/identity'

type Key = { readonly workspaceId: WorkspaceId; readonly userId: UserId; readonly key: string }

export type KeptAnswer = {
  readonly requestHash: string
  readonly status: number | null
  readonly body: string | null
}

const isKey = ({ workspaceId, userId, key }: Key) =>
  and(
    eq(idempotencyKeys.workspaceId, workspaceId),
    eq(idempotencyKeys.userId, userId),
    eq(idempotencyKeys.key, key),
  )

/** Claims a key for one call. `null` when it is ours; otherwise what the earlier call asked and was answered. */
export async function claimKey(
  db: Database,
  claim: Key & { requestHash: string },
): Promise<KeptAnswer | null> {
  await db
    .delete(idempotencyKeys)
    .where(and(isKey(claim), sql`${idempotencyKeys.createdAt} < now() - interval '24 hours'`))
  const rows = await db
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (rows.length > 0) return null
  const [kept] = await db.select().from(idempotencyKeys).where(isKey(claim))
  return kept ?? { requestHash: claim.requestHash, status: null, body: null }
}

export async function keepAnswer(
  db: Database,
  { status, body, ...key }: Key & { status: number; body: string },
): Promise<void> {
  await db.update(idempotencyKeys).set({ status, body }).where(isKey(key))
}

/** Gives a key free again: the call behind it failed on our side and did nothing that is known. */
export async function releaseKey(db: Database, key: Key): Promise<void> {
  await db.delete(idempotencyKeys).where(and(isKey(key), isNull(idempotencyKeys.status)))
}
