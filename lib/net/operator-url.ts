import { env } from '../env'

/**
 * Where the operator says a product is (`HANDRAIL_GITHUB_URL`), or `null` for the vendor's own host. It is the address
 * of the interface itself: for GitHub Enterprise Server with its path, `https://github.example.com/api/v3`.
 */
export function operatorUrl(service: 'github' | 'slack' | 'google'): string | null {
  const { HANDRAIL_GITHUB_URL, HANDRAIL_SLACK_URL, HANDRAIL_GOOGLE_URL } = env()
  const urls = { github: HANDRAIL_GITHUB_URL, slack: HANDRAIL_SLACK_URL, google: HANDRAIL_GOOGLE_URL }
  return urls[service] ?? null
}
