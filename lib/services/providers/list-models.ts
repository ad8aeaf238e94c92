import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { findProvider } from '@/db/queries/providers'
import { listModels as askProvider } from '@/lib/agent/openai/openai-models'
import type { ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { openProvider } from './open-provider'

export const modelsSchema = z.object({ models: z.array(z.string()) })

/** Asks a provider which models it has: for the picker, and as proof that address and key are right. */
export async function listModels(
  actor: Actor,
  providerId: ProviderId,
): Promise<{ models: readonly string[] }> {
  authorize(actor, 'provider.manage')
  const row = await findProvider(database().db, { workspaceId: actor.workspaceId, providerId })
  if (!row) throw notFound('model provider')
  return { models: await askProvider(await openProvider(row), AbortSignal.timeout(15_000)) }
}
