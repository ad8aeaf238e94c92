import type { OAuthProvider } from '../contract'

/**
 * Slack's OAuth v2, for a bot. PKCE is left off: it marks the app as a public client for good, and such apps get no bot
 * scopes on a desktop. https://docs.slack.dev/authentication/installing-with-oauth
 */
export const slack: OAuthProvider = {
  id: 'slack',
  title: 'Slack',
  authorizeUrl: 'https://slack.com/oauth/v2/authorize',
  tokenUrl: 'https://slack.com/api/oauth.v2.access',
  pkce: false,
  parameters: {},
  scopeSeparator: ',',
  lastingScopes: [],
  includes: {},
  tokenBody: 'form',
  revoke: { url: 'https://slack.com/api/auth.revoke', method: 'POST', by: 'bearer' },
  settingsUrl: 'https://slack.com/apps/manage',
}
