import 'server-only'
import { type Database, database } from '@/db/client'
import { findWorkflowListing } from '@/db/queries/workflows/workflow-listing'
import { findWorkflow, listWebhookTokens } from '@/db/queries/workflows/workflow-row'
import type { WorkflowId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { toWorkflowSummary } from './workflow-view'

/** A workflow with its draft and the addresses of its webhooks. */
export async function getWorkflow(actor: Actor, workflowId: WorkflowId): Promise<WorkflowView> {
  authorize(actor, 'workflow.read')
  return readWorkflow(database().db, actor, workflowId)
}

/** The same, of what a transaction just wrote. */
export async function readWorkflow(
  db: Database,
  { workspaceId }: Actor,
  workflowId: WorkflowId,
): Promise<WorkflowView> {
  const key = { workspaceId, workflowId }
  const listing = await findWorkflowListing(db, key)
  const row = await findWorkflow(db, key)
  if (!listing || !row) throw notFound('workflow')
  const webhooks = await listWebhookTokens(db, key)
  return {
    ...toWorkflowSummary(listing),
    draft: upgradeDocument(row.draft),
    draftRevision: row.draftRevision,
    limit: row.runsAtOnce === null ? null : { runsAtOnce: row.runsAtOnce, whenFull: row.whenFull },
    webhooks: Object.fromEntries(
      webhooks.map(({ nodeId, token }) => [nodeId, `${env().HANDRAIL_URL}/hooks/${token ?? ''}`]),
    ),
  }
}
