import type { ProviderView } from '@/lib/policy/views/workspace-views'

export type PriceDraft = { readonly model: string; readonly input: string; readonly output: string }

export type ProviderDraft = {
  readonly name: string
  readonly baseUrl: string
  readonly api: ProviderView['api']
  /** Empty keeps the one that is stored. */
  readonly apiKey: string
  readonly defaultModel: string
  readonly allowPrivate: boolean
  readonly prices: readonly PriceDraft[]
}

export function providerDraft(provider?: ProviderView): ProviderDraft {
  return {
    name: provider?.name ?? 'OpenAI',
    baseUrl: provider?.baseUrl ?? 'https://api.openai.com/v1',
    api: provider?.api ?? 'responses',
    apiKey: '',
    defaultModel: provider?.defaultModel ?? '',
    allowPrivate: provider?.allowPrivate ?? false,
    prices: (provider?.prices ?? []).map(({ model, inputPerMillion, outputPerMillion }) => ({
      model,
      input: String(inputPerMillion),
      output: String(outputPerMillion),
    })),
  }
}

/** What the API is sent. Of a provider that exists, only what differs: the practice model refuses to be moved. */
export function toProviderBody(draft: ProviderDraft, provider?: ProviderView): object {
  const given = {
    name: draft.name.trim(),
    baseUrl: draft.baseUrl.trim(),
    api: draft.api,
    defaultModel: draft.defaultModel.trim(),
    allowPrivate: draft.allowPrivate,
  }
  const before: Partial<typeof given> = provider ?? {}
  const kept = new Set(Object.entries(before).map(([key, value]) => `${key}=${value}`))
  const differs = Object.entries(given).filter(([key, value]) => !kept.has(`${key}=${value}`))
  const prices = draft.prices
    .filter(({ model }) => model.trim() !== '')
    .map(({ model, input, output }) => ({
      model: model.trim(),
      inputPerMillion: Number(input) || 0,
      outputPerMillion: Number(output) || 0,
    }))
  return {
    ...Object.fromEntries(differs),
    ...(draft.apiKey.trim() === '' ? {} : { apiKey: draft.apiKey.trim() }),
    ...(provider || prices.length > 0 ? { prices } : {}),
  }
}
