import 'server-only'
import type { Database } from '@/db/client'
import { listPrices, listProviders, type ProviderRow } from '@/db/queries/providers'
import type { ModelPrice } from '@/lib/agent/contract'
import { startingPriceOf } from '@/lib/agent/prices'
import type { OpenProvider } from '@/lib/agent/provider'
import { HandrailError } from '@/lib/core/errors'
import type { ProviderId, WorkspaceId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import { guardedFetch } from '@/lib/net/guarded-fetch'
import type { NetPolicy } from '@/lib/net/policy'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { open } from '@/lib/services/secrets/seal'

const answerMs = 300_000

export type ChosenModel = {
  readonly provider: OpenProvider
  readonly model: string
  /** Decimal US dollars for a million tokens; `null` where nobody has said. */
  readonly price: ModelPrice | null
  readonly providerId: ProviderId | null
}

/**
 * The model that an agent works with: the provider that knows the named model, else the workspace's default provider,
 * else the one that the operator named in the environment. Throws `no_model` where there is none.
 */
export async function chooseModel(
  db: Database,
  { workspaceId, model }: { readonly workspaceId: WorkspaceId; readonly model?: string | undefined },
): Promise<ChosenModel> {
  const [providers, prices] = await Promise.all([
    listProviders(db, { workspaceId }),
    listPrices(db, { workspaceId }),
  ])
  const knows = (provider: ProviderRow) =>
    provider.defaultModel === model ||
    prices.some((price) => price.providerId === provider.id && price.model === model)
  const usual = providers.find((provider) => provider.isDefault) ?? providers[0]
  const chosen = (model === undefined ? undefined : providers.find(knows)) ?? usual
  if (!chosen) return fromEnvironment(model)
  const name = model ?? chosen.defaultModel
  const listed = prices.find((price) => price.providerId === chosen.id && price.model === name)
  return {
    provider: await openProvider(chosen),
    model: name,
    price: listed ?? startingPriceOf(name),
    providerId: chosen.id,
  }
}

/** A provider with its key in clear, made just before a call and never stored. */
export async function openProvider(row: ProviderRow): Promise<OpenProvider> {
  const baseUrl = row.simulated ? await practiceAddress('model') : row.baseUrl
  const apiKey = row.secret ? open(row.secret, { workspaceId: row.workspaceId, rowId: row.id }) : null
  return toOpenProvider({ ...row, baseUrl, apiKey })
}

export function toOpenProvider({
  api,
  baseUrl,
  apiKey,
  allowPrivate,
  simulated,
}: Omit<OpenProvider, 'fetch'>): OpenProvider {
  const { origin, host } = new URL(baseUrl)
  const where: NetPolicy = simulated ? { allowedOrigins: [origin] } : { allowHosts: [host], allowPrivate }
  const policy = { ...where, isSafe: true, timeoutMs: answerMs }
  return { api, baseUrl, apiKey, allowPrivate, simulated, fetch: guardedFetch(policy) }
}

const openAi = 'https://api.openai.com/v1'

function fromEnvironment(model: string | undefined): ChosenModel {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = env()
  if (!apiKey && !baseUrl) {
    throw new HandrailError({
      code: 'no_model',
      who: 'user',
      retry: 'no',
      message: 'This workspace has no model yet. An admin adds one in Settings, Models; then run this again.',
    })
  }
  const name = model ?? 'gpt-5-mini'
  const given = { api: 'responses', baseUrl: baseUrl ?? openAi, apiKey: apiKey ?? null } as const
  // The operator chose this address: it may be on a private network.
  const provider = toOpenProvider({ ...given, allowPrivate: true, simulated: false })
  return { provider, model: name, price: startingPriceOf(name), providerId: null }
}
