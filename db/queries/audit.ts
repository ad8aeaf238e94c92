import { and, desc, eq, sql } from 'drizzle-orm'
import type { UserId, WorkspaceId } from '../../lib/core/ids'
import type { Json } from '../../lib/core/json'
import type { Database } from '../client'
import { newId } from '../new-id'
import { auditEntries } from '../schema/identity'
import type { Cursor } from './page'

export type AuditEntry = {
  readonly workspaceId: WorkspaceId
  readonly userId: UserId | null
  readonly actorName: string
  readonly via: string
  /** `noun.verb`, past events in the present: `workflow.publish`. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly subjectName: string | null
  readonly detail: Json
}

/** Adds an entry. There is no query that changes or removes one. */
export async function insertAuditEntry(db: Database, entry: AuditEntry): Promise<void> {
  await db.insert(auditEntries).values({ ...entry, id: newId('aud') })
}

export type AuditRow = typeof auditEntries.$inferSelect

export async function listAuditEntries(
  db: Database,
  {
    workspaceId,
    cursor,
    limit,
    action,
  }: { workspaceId: WorkspaceId; cursor: Cursor | null; limit: number; action: string | undefined },
): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        action === undefined ? undefined : eq(auditEntries.action, action),
        cursor
          ? sql`(${auditEntries.createdAt}, ${auditEntries.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(auditEntries.createdAt), desc(auditEntries.id))
    .limit(limit)
}
