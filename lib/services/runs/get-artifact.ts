import 'server-only'
import { database } from '@/db/client'
import { findArtifact } from '@/db/queries/artifacts/find-artifact'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { toArtifactId } from './to-id'

export type ArtifactContent = {
  readonly id: string
  readonly contentType: string
  readonly size: number
  readonly body: Buffer
}

/** A value that was too large to ride along. It never changes. */
export async function getArtifact(actor: Actor, id: string): Promise<ArtifactContent> {
  authorize(actor, 'run.read')
  const artifact = await findArtifact(database().db, {
    workspaceId: actor.workspaceId,
    artifactId: toArtifactId(id),
  })
  if (!artifact) throw notFound('artifact')
  const { contentType, size, body } = artifact
  return { id: artifact.id, contentType, size, body }
}
