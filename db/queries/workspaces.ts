import { eq } from 'drizzle-orm'
import type { WorkspaceId } from '../../lib/core/ids'
import type { WorkspacePolicy } from '../../lib/policy/workspace-policy'
import type { Database } from '../client'
import { workspaces } from '../schema/identity'

export type WorkspaceRow = typeof workspaces.$inferSelect

export async function findWorkspace(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<WorkspaceRow | undefined> {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  return row
}

export async function updateWorkspace(
  db: Database,
  { workspaceId, name, policy }: { workspaceId: WorkspaceId; name?: string; policy?: WorkspacePolicy },
): Promise<WorkspaceRow | undefined> {
  const [row] = await db
    .update(workspaces)
    .set({ ...(name === undefined ? {} : { name }), ...(policy === undefined ? {} : { policy }) })
    .where(eq(workspaces.id, workspaceId))
    .returning()
  return row
}
