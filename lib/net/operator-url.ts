import { env } from '../env'

/**
 * Where the operator says a product is (`HANDRAIL_GITHUB_URL`), or `null` for the vendor's own host. It is the address
 * of the interface itself: for GitHub Enterprise Server with its path, `https://github.example.com/api/v3`.
 */
export function operatorUrl(service: 'github' | 'slack' | 'google' | 'atlassian'): string | null {
  const urls = {
    github: env().HANDRAIL_GITHUB_URL,
    slack: env().HANDRAIL_SLACK_URL,
    google: env().HANDRAIL_GOOGLE_URL,
    atlassian: env().HANDRAIL_ATLASSIAN_URL,
  }
  return urls[service] ?? null
}
