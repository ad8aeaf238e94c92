import type { VersionId, WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Statements } from './runner/statements'

export type Webhook = {
  readonly id: string
  readonly workspaceId: WorkspaceId
  readonly workflowId: WorkflowId
  readonly nodeId: string
  /** What it starts; null while it is not live or switched off. */
  readonly versionId: VersionId | null
  readonly isPractice: boolean
  /** Its workflow has a limit of runs at once. */
  readonly isLimited: boolean
  /** A builder waits for a call, to keep it as a sample. */
  readonly isListening: boolean
  readonly secret: Buffer | null
  readonly formerSecret: Buffer | null
  /** When the secret took the place of the former one, and now, in epoch milliseconds. */
  readonly secretMs: number | null
  readonly nowMs: number
}

/**
 * The webhook trigger behind an address, with the version that it starts. Nothing for one that is switched off and that
 * nobody waits at. Written for the driver itself, which keeps it prepared: every call of every webhook begins with it.
 */
export async function findWebhook(
  sql: Statements,
  { token }: { readonly token: string },
): Promise<Webhook | undefined> {
  const [row] = await sql<Webhook[]>`
    select trigger.id, trigger.workspace_id as "workspaceId", trigger.workflow_id as "workflowId",
      trigger.node_id as "nodeId", workspace.practice as "isPractice",
      case when trigger.enabled and not workflow.paused then workflow.live_version_id end as "versionId",
      workflow.runs_at_once is not null as "isLimited",
      coalesce(trigger.listening_until > clock_timestamp(), false) as "isListening",
      trigger.secret, trigger.former_secret as "formerSecret",
      (extract(epoch from trigger.secret_at) * 1000)::float8 as "secretMs",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
    from triggers trigger
    join workflows workflow on workflow.id = trigger.workflow_id
    join workspaces workspace on workspace.id = trigger.workspace_id
    where trigger.token = ${token} and trigger.kind = 'webhook' and workflow.removed_at is null
      and ((trigger.enabled and not workflow.paused and workflow.live_version_id is not null)
        or trigger.listening_until > clock_timestamp())`
  return row
}
