import 'server-only'
import { database } from '@/db/client'
import { type LedgerPart, type LedgerRow, listLedgerRows } from '@/db/queries/effects/list-ledger'
import { decodeCursor, toPage } from '@/db/queries/page'
import { findRun } from '@/db/queries/runs/find-run'
import type { ConnectionId, RunId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page } from '@/lib/policy/views/workspace-views'
import { getConnection } from '@/lib/services/connections/get-connection'
import { notFound } from '@/lib/services/http/not-found'
import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import { toEffectView } from '../runs/step-view'

export type LedgerListing = { readonly cursor?: string | undefined; readonly limit?: number | undefined }

/** Everything that a connection sent, whatever came of it, newest first. */
export async function listLedgerOfConnection(
  actor: Actor,
  connectionId: ConnectionId,
  listing: LedgerListing = {},
): Promise<Page<LedgerEntry>> {
  authorize(actor, 'run.read')
  await getConnection(actor, connectionId)
  return pageOf(actor, { connectionId }, listing)
}

/** Everything that a run did outside, newest first. */
export async function listLedgerOfRun(
  actor: Actor,
  runId: RunId,
  listing: LedgerListing = {},
): Promise<Page<LedgerEntry>> {
  authorize(actor, 'run.read')
  if (!(await findRun(database().db, { workspaceId: actor.workspaceId, runId }))) throw notFound('run')
  return pageOf(actor, { runId }, listing)
}

async function pageOf(
  { workspaceId }: Actor,
  of: LedgerPart['of'],
  { cursor, limit = 50 }: LedgerListing,
): Promise<Page<LedgerEntry>> {
  const before = cursor === undefined ? null : decodeCursor(cursor)
  const rows = await listLedgerRows(database().db, { workspaceId, of, before, limit: limit + 1 })
  return toPage(rows, {
    limit,
    cursorOf: ({ effect }) => ({ at: effect.intendedAt, id: effect.id }),
    view: (row) => toEntry(row, 'runId' in of ? of.runId : row.effect.runId),
  })
}

function toEntry({ effect, workflowId, workflowName }: LedgerRow, readIn: RunId): LedgerEntry {
  return {
    ...toEffectView(effect, readIn),
    run: { id: effect.runId, workflow: { id: workflowId, name: workflowName ?? 'A deleted workflow' } },
  }
}
