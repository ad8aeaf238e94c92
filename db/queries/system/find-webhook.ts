import type { VersionId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Statements } from './runner/statements'

export type Webhook = {
  readonly id: string
  readonly workspaceId: WorkspaceId
  readonly workflowId: WorkflowId
  readonly nodeId: string
  readonly versionId: VersionId
  readonly isPractice: boolean
}

/**
 * The webhook trigger behind an address, with the version that it starts. Nothing for one that is switched off. Written
 * for the driver itself, which keeps it prepared: every call of every webhook begins with it.
 */
export async function findWebhook(
  sql: Statements,
  { token }: { readonly token: string },
): Promise<Webhook | undefined> {
  const [row] = await sql<Webhook[]>`
    select trigger.id, trigger.workspace_id as "workspaceId", trigger.workflow_id as "workflowId",
      trigger.node_id as "nodeId", workflow.live_version_id as "versionId", workspace.practice as "isPractice"
    from triggers trigger
    join workflows workflow on workflow.id = trigger.workflow_id
    join workspaces workspace on workspace.id = trigger.workspace_id
    where trigger.token = ${token} and trigger.kind = 'webhook' and trigger.enabled
      and workflow.live_version_id is not null and not workflow.paused and workflow.removed_at is null`
  return row
}
