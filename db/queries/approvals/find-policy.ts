import { eq } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { WorkspacePolicy } from '../../../lib/policy/workspace-policy'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'

export async function findPolicy(
  db: Database,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<WorkspacePolicy | undefined> {
  const [row] = await db
    .select({ policy: workspaces.policy })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  return row?.policy
}
