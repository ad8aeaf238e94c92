import 'server-only'
import type { Database } from '@/db/client'
import { insertAuditEntry } from '@/db/queries/audit'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'

export type AuditEvent = {
  /** `noun.verb`: `workflow.publish`. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string; readonly name?: string | null }
  /** What changed, before and after. Never a secret. */
  readonly detail?: Json
}

/** Writes down who did what. Call it with the transaction that does it: both happen, or neither. */
export async function recordAudit(tx: Database, actor: Actor, event: AuditEvent): Promise<void> {
  await insertAuditEntry(tx, {
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    actorName: actor.name,
    via: actor.via,
    action: event.action,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    subjectName: event.subject.name ?? null,
    detail: event.detail ?? {},
  })
}
