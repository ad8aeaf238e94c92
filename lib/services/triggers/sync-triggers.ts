import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { databaseNow } from '@/db/queries/system/database-now'
import { findLiveDocument } from '@/db/queries/triggers/find-live-document'
import { type NewTrigger, replaceTriggers } from '@/db/queries/triggers/replace-triggers'
import type { WorkflowId, WorkspaceId } from '@/lib/core/ids'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { knownDocument } from '@/lib/workflow/known-document'
import { nextTick } from './next-tick'

/**
 * Brings the webhooks and schedules of a workflow in step with what is live of it. Call it in the transaction that
 * publishes, chooses the live version, switches on or off, or deletes.
 */
export async function syncTriggers(
  tx: Database,
  key: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
): Promise<void> {
  const live = await findLiveDocument(tx, key)
  const isOn = live && !live.paused && live.removedAt === null
  const document = isOn ? knownDocument(live.document) : null
  const present = document ? triggersOf(document, key, await databaseNow(tx)) : []
  await replaceTriggers(tx, { workspaceId: key.workspaceId, workflowId: key.workflowId, present })
}

function triggersOf(
  document: WorkflowDocument,
  { workspaceId, workflowId }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
  now: Date,
): NewTrigger[] {
  return document.nodes.flatMap((node): NewTrigger[] => {
    if (node.disabled) return []
    const row = { workspaceId, workflowId, id: newId('trg'), nodeId: node.id, enabled: true }
    if (node.type === 'trigger.webhook') {
      return [{ ...row, kind: 'webhook', token: randomBytes(24).toString('base64url') }]
    }
    if (node.type !== 'trigger.schedule') return []
    const { cron, zone, missed = 'once' } = node.config
    return [{ ...row, kind: 'schedule', cron, zone, missed, nextAt: nextTick({ cron, zone }, now) }]
  })
}
