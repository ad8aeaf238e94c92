import 'server-only'
import type { Database } from '@/db/client'
import { findWorkflowOfRun } from '@/db/queries/runs/called-runs'
import type { RunId, WorkspaceId } from '@/lib/core/ids'

/** A run as the audit log speaks of it: by the name of its workflow. */
export async function runSubject(
  db: Database,
  run: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<{ type: 'run'; id: RunId; name?: string }> {
  const found = await findWorkflowOfRun(db, run)
  const subject = { type: 'run', id: run.runId } as const
  return found?.workflowName ? { ...subject, name: found.workflowName } : subject
}
