import 'server-only'
import { z } from 'zod'
import type { OAuthProvider } from '@/lib/connectors/contract'
import { HandrailError } from '@/lib/core/errors'
import { providerFetch } from './provider-fetch'

const sites = z.array(z.object({ id: z.string(), url: z.string(), name: z.string().nullish() })).min(1)

/** What a connection has to know beside its token and the token answer does not tell: Atlassian's site. */
export async function settingsOf(
  provider: OAuthProvider,
  token: string,
): Promise<Readonly<Record<string, string>>> {
  if (provider.id !== 'atlassian') return {}
  const answer = await providerFetch(provider, 'https://api.atlassian.com/oauth/token/accessible-resources', {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })
  const found = sites.safeParse(await answer.json().catch(() => null))
  const [site] = found.success ? found.data : []
  if (!site) {
    throw new HandrailError({
      code: 'service_failed',
      who: 'user',
      retry: 'no',
      message: 'Atlassian names no site that this account may use. Choose one when you consent.',
    })
  }
  return { cloudId: site.id, site: site.url }
}
