import 'server-only'
import type { Database } from '@/db/client'
import { findProvider, type ProviderRow } from '@/db/queries/providers'
import type { OpenProvider } from '@/lib/agent/openai/provider'
import { HandrailError } from '@/lib/core/errors'
import { isId, type ProviderId, type WorkspaceId } from '@/lib/core/ids'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { open } from '@/lib/services/secrets/seal'
import { hasOperatorProvider, operatorProvider } from './operator-provider'
import { toOpenProvider } from './to-open-provider'

/** Opens the provider that `chooseModel` named, as it is now: its key may have changed since, or it may be gone. */
export async function openChosenProvider(
  db: Database,
  { workspaceId, provider }: { readonly workspaceId: WorkspaceId; readonly provider: string | null },
): Promise<OpenProvider> {
  if (provider === null && hasOperatorProvider()) return toOpenProvider(operatorProvider())
  const row =
    provider !== null && isId<ProviderId>('mdl', provider)
      ? await findProvider(db, { workspaceId, providerId: provider })
      : undefined
  if (row) return openProvider(row)
  throw new HandrailError({
    code: 'no_model',
    who: 'user',
    retry: 'no',
    message: 'The model provider of this agent was removed. Choose another model in the agent and run again.',
    field: 'config.model',
  })
}

/** A provider with its key in clear, made just before a call and never stored. */
export async function openProvider(row: ProviderRow): Promise<OpenProvider> {
  const { id, workspaceId, api, allowPrivate, simulated, secret } = row
  const baseUrl = simulated ? await practiceAddress('model') : row.baseUrl
  const apiKey = secret === null ? null : open(secret, { workspaceId, rowId: id })
  return toOpenProvider({ api, baseUrl, apiKey, allowPrivate, simulated })
}
