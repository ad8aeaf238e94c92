import type { VersionListing } from '@/db/queries/workflows/versions'
import type { WorkflowListing } from '@/db/queries/workflows/workflow-listing'
import type { VersionView, WorkflowSummary } from '@/lib/workflow/views/workflow-view'

export function toWorkflowSummary(row: WorkflowListing): WorkflowSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    live: row.liveId !== null && row.liveNumber !== null ? { id: row.liveId, number: row.liveNumber } : null,
    draftDiffers: row.draftDiffers,
    paused: row.paused,
    triggers: unique(row.types.filter((type) => type.startsWith('trigger.'))),
    connectors: unique(row.actions.map((action) => action.split('.')[0] ?? action)),
    lastRun:
      row.lastRunId !== null && row.lastRunStatus !== null && row.lastRunAt !== null
        ? { id: row.lastRunId, status: row.lastRunStatus, at: row.lastRunAt.toISOString() }
        : null,
    createdBy: personOf(row.createdBy, row.createdByName),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: personOf(row.updatedBy, row.updatedByName),
  }
}

export function toVersionView(row: VersionListing, liveVersionId: string | null): VersionView {
  return {
    id: row.id,
    number: row.number,
    note: row.note,
    live: row.id === liveVersionId,
    publishedAt: row.createdAt.toISOString(),
    publishedBy: personOf(row.createdBy, row.createdByName),
  }
}

export function personOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
