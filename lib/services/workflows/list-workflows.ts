import 'server-only'
import { database } from '@/db/client'
import { decodeCursor, toPage } from '@/db/queries/page'
import { listWorkflows as listRows } from '@/db/queries/workflows/workflow-listing'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { toWorkflowSummary } from './workflow-view'

/** The workflows of the workspace, the last changed first. */
export async function listWorkflows(
  actor: Actor,
  {
    search,
    cursor,
    limit = 50,
  }: { search?: string | undefined; cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<WorkflowSummary>> {
  authorize(actor, 'workflow.read')
  const rows = await listRows(database().db, {
    workspaceId: actor.workspaceId,
    search: search?.trim() || undefined,
    cursor: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  })
  return toPage(rows, {
    limit,
    cursorOf: (row) => ({ at: row.updatedAt, id: row.id }),
    view: toWorkflowSummary,
  })
}
