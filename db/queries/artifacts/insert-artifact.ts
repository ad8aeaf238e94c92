import type { Database } from '../../client'
import { artifacts } from '../../schema/runs'

export async function insertArtifact(db: Database, artifact: typeof artifacts.$inferInsert): Promise<void> {
  await db.insert(artifacts).values(artifact)
}
