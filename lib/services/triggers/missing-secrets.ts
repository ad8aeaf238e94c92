import 'server-only'
import type { Database } from '@/db/client'
import { findWebhookRow } from '@/db/queries/triggers/webhook-row'
import type { WorkflowId, WorkspaceId } from '@/lib/core/ids'
import { quoted } from '@/lib/workflow/check/context'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { Issue } from '@/lib/workflow/issue'

/** The webhooks that ask callers for a proof and have no secret to check it with: they would take no call. */
export async function missingSecrets(
  tx: Database,
  {
    document,
    ...key
  }: {
    readonly workspaceId: WorkspaceId
    readonly workflowId: WorkflowId
    readonly document: WorkflowDocument
  },
): Promise<readonly Issue[]> {
  const issues: Issue[] = []
  for (const node of document.nodes) {
    if (node.type !== 'trigger.webhook' || node.disabled || !node.config.proof) continue
    if ((await findWebhookRow(tx, { ...key, nodeId: node.id }))?.secret) continue
    issues.push({
      code: 'missing_field',
      severity: 'error',
      node: node.id,
      field: 'config.proof',
      message: `${quoted(node)} asks callers to prove who they are, and has no secret yet. Set one in the step.`,
    })
  }
  return issues
}
