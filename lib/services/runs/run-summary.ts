import type { RunSummaryRow } from '@/db/queries/runs/list-runs'
import type { RunSummary } from '@/lib/workflow/views/run-view'

/** How things are called that were deleted since. */
const deleted = '(deleted)'

/** Why a stored run has not begun: its workspace or its workflow carries as many as it may. */
const itsTurn = 'its turn: as many runs as may be are under way'

export function toRunSummary(row: RunSummaryRow): RunSummary {
  return {
    id: row.id,
    workflow: { id: row.workflowId, name: row.workflowName ?? deleted },
    version: { id: row.versionId, number: row.versionNumber },
    mode: row.mode,
    practice: row.practice,
    status: row.status,
    waitingFor: row.status === 'queued' && row.admittedAt === null ? itsTurn : row.waitingFor,
    startedVia: row.startedVia,
    startedBy: row.startedBy === null ? null : { id: row.startedBy, name: row.startedByName ?? deleted },
    error: row.error,
    cost: row.cost,
    tokens: row.tokens,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
