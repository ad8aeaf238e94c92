import 'server-only'
import { database } from '@/db/client'
import { decodeCursor, toPage } from '@/db/queries/page'
import { listRunRows } from '@/db/queries/runs/list-runs'
import { isId, type UserId, type WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { RunStatus, RunSummary } from '@/lib/workflow/views/run-view'
import { toRunSummary } from './run-summary'

export type RunListing = {
  readonly status?: readonly RunStatus[] | undefined
  readonly workflow?: string | undefined
  /** Who started it. */
  readonly person?: string | undefined
  readonly search?: string | undefined
  readonly since?: Date | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** The runs of the workspace, newest first. A filter that names what is not there gives an empty page. */
export async function listRuns(actor: Actor, listing: RunListing = {}): Promise<Page<RunSummary>> {
  authorize(actor, 'run.read')
  const limit = Math.min(Math.max(listing.limit ?? 30, 1), 100)
  const { workflow, person, cursor, status, since } = listing
  if (workflow !== undefined && !isId<WorkflowId>('wfl', workflow)) return { items: [], next: null }
  if (person !== undefined && !isId<UserId>('usr', person)) return { items: [], next: null }
  const search = listing.search?.trim().slice(0, 200)
  const before = cursor === undefined ? undefined : decodeCursor(cursor)
  const rows = await listRunRows(database().db, {
    workspaceId: actor.workspaceId,
    ...(status?.length ? { statuses: status } : {}),
    ...(workflow ? { workflowId: workflow } : {}),
    ...(person ? { startedBy: person } : {}),
    ...(search ? { search } : {}),
    ...(since ? { since } : {}),
    ...(before ? { before: { createdAt: before.at, id: before.id } } : {}),
    limit: limit + 1,
  })
  return toPage(rows, { limit, cursorOf: (row) => ({ at: row.createdAt, id: row.id }), view: toRunSummary })
}
