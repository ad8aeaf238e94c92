import 'server-only'
import { database } from '@/db/client'
import { type AuditRow, listAuditEntries } from '@/db/queries/audit'
import { decodeCursor, toPage } from '@/db/queries/page'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { type AuditView, auditViewSchema, type Page } from '@/lib/policy/views/workspace-views'

/** The audit log, newest first. */
export async function listAudit(
  actor: Actor,
  {
    cursor,
    limit = 50,
    action,
  }: { cursor?: string | undefined; limit?: number | undefined; action?: string | undefined } = {},
): Promise<Page<AuditView>> {
  authorize(actor, 'audit.read')
  const rows = await listAuditEntries(database().db, {
    workspaceId: actor.workspaceId,
    cursor: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
    action,
  })
  return toPage(rows, { limit, cursorOf: (row) => ({ at: row.createdAt, id: row.id }), view: toView })
}

function toView(row: AuditRow): AuditView {
  return auditViewSchema.parse({
    id: row.id,
    at: row.createdAt.toISOString(),
    actor: row.userId === null ? null : { id: row.userId, name: row.actorName },
    via: row.via,
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId, name: row.subjectName },
    detail: row.detail,
  })
}
