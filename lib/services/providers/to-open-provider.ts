import type { OpenProvider } from '@/lib/agent/openai/provider'
import { guardedFetch } from '@/lib/net/guarded-fetch'
import type { NetPolicy } from '@/lib/net/policy'

/** A model may think this long before it answers. */
export const modelAnswerMs = 300_000

export type ProviderAccess = Omit<OpenProvider, 'fetch'>

/** Adds the way out: to the provider's own host only, so that its key goes nowhere else. */
export function toOpenProvider(access: ProviderAccess): OpenProvider {
  const { baseUrl, allowPrivate, simulated } = access
  const { origin, host } = new URL(baseUrl)
  const where: NetPolicy = simulated ? { allowedOrigins: [origin] } : { allowHosts: [host], allowPrivate }
  // Asking a model twice changes nothing outside.
  return { ...access, fetch: guardedFetch({ ...where, isSafe: true, timeoutMs: modelAnswerMs }) }
}
