import { database } from '@/db/client'
import { findProvider } from '@/db/queries/providers'
import type { OpenProvider } from '@/lib/agent/provider'
import { HandrailError } from '@/lib/core/errors'
import { isId, type ProviderId, type WorkspaceId } from '@/lib/core/ids'
import { guardedFetch } from '@/lib/net/guarded-fetch'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { open } from '@/lib/services/secrets/seal'

/** A model may think this long before it answers. */
export const modelTimeoutMs = 5 * 60_000

/** Opens a provider for a call. Its key goes to its own host only. */
export async function openProvider(
  workspaceId: WorkspaceId,
  providerId: string,
  signal: AbortSignal,
): Promise<OpenProvider> {
  const row = isId<ProviderId>('mdl', providerId)
    ? await findProvider(database().db, { workspaceId, providerId })
    : undefined
  if (!row) {
    throw new HandrailError({
      code: 'no_model',
      who: 'user',
      retry: 'no',
      message:
        'The model provider of this agent was removed. Choose another model in the agent and run again.',
      field: 'config.model',
    })
  }
  const baseUrl = row.simulated ? await practiceAddress('model') : row.baseUrl
  const { origin, host } = new URL(baseUrl)
  return {
    api: row.api,
    baseUrl,
    apiKey: row.secret === null ? null : open(row.secret, { workspaceId, rowId: row.id }),
    allowPrivate: row.allowPrivate,
    simulated: row.simulated,
    fetch: guardedFetch({
      ...(row.simulated ? { allowedOrigins: [origin] } : { allowHosts: [host] }),
      allowPrivate: row.allowPrivate,
      timeoutMs: modelTimeoutMs,
      signal,
      isSafe: true,
    }),
  }
}
