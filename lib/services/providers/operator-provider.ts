import 'server-only'
import { env } from '@/lib/env'
import type { ProviderAccess } from './to-open-provider'

const openAi = 'https://api.openai.com/v1'

/** Did the operator name a model provider in the environment? Workspaces without one of their own use it. */
export function hasOperatorProvider(): boolean {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env()
  return OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined
}

/** The model provider that the environment names for all workspaces. */
export function operatorProvider(): ProviderAccess {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env()
  return {
    api: 'responses',
    baseUrl: OPENAI_BASE_URL ?? openAi,
    apiKey: OPENAI_API_KEY ?? null,
    // The operator chose this address: it may be on a private network.
    allowPrivate: true,
    simulated: false,
  }
}
