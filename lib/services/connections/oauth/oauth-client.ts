import 'server-only'
import type { OAuthProviderId } from '@/lib/connectors/contract'
import { env } from '@/lib/env'

export type OAuthClient = { readonly id: string; readonly secret: string }

/** Handrail's own name and secret at a service, as the operator set them; `null` where consent is not set up. */
export function oauthClient(provider: OAuthProviderId): OAuthClient | null {
  const set = env()
  const pairs = {
    github: [set.HANDRAIL_GITHUB_CLIENT_ID, set.HANDRAIL_GITHUB_CLIENT_SECRET],
    slack: [set.HANDRAIL_SLACK_CLIENT_ID, set.HANDRAIL_SLACK_CLIENT_SECRET],
    google: [set.HANDRAIL_GOOGLE_CLIENT_ID, set.HANDRAIL_GOOGLE_CLIENT_SECRET],
    atlassian: [set.HANDRAIL_ATLASSIAN_CLIENT_ID, set.HANDRAIL_ATLASSIAN_CLIENT_SECRET],
  } as const
  const [id, secret] = pairs[provider]
  return id && secret ? { id, secret } : null
}

/** Where the service sends people back to. It follows from the configuration alone, never from a request. */
export function callbackUrl(provider: OAuthProviderId): string {
  return `${env().HANDRAIL_URL}/oauth/callback/${provider}`
}
