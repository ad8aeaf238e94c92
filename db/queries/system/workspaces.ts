import type { WorkspaceId } from '../../../lib/core/ids'
import type { WorkspacePolicy } from '../../../lib/policy/workspace-policy'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'

/** Adds a workspace, unless its slug is taken: then false, and nothing is added. */
export async function insertWorkspace(
  db: Database,
  workspace: { id: WorkspaceId; name: string; slug: string; practice: boolean; policy: WorkspacePolicy },
): Promise<boolean> {
  const rows = await db
    .insert(workspaces)
    .values(workspace)
    .onConflictDoNothing({ target: workspaces.slug })
    .returning({ id: workspaces.id })
  return rows.length > 0
}
