import { and, eq } from 'drizzle-orm'
import type { ArtifactId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts } from '../../schema/runs'

export async function findArtifact(
  db: Database,
  { workspaceId, artifactId }: { readonly workspaceId: WorkspaceId; readonly artifactId: ArtifactId },
) {
  const [row] = await db
    .select()
    .from(artifacts)
    .where(and(eq(artifacts.workspaceId, workspaceId), eq(artifacts.id, artifactId)))
  return row
}
