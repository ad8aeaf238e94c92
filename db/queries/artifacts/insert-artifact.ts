import type { Database } from '../../client'
import { artifacts } from '../../schema/runs'

export type ArtifactRow = typeof artifacts.$inferInsert

export async function insertArtifact(db: Database, artifact: ArtifactRow): Promise<void> {
  await db.insert(artifacts).values(artifact)
}
