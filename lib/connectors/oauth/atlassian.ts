import type { OAuthProvider } from '../contract'

/**
 * Atlassian's three-legged OAuth. `offline_access` gives a refresh token, which is another one after every use.
 * https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/
 */
export const atlassian: OAuthProvider = {
  id: 'atlassian',
  title: 'Atlassian',
  authorizeUrl: 'https://auth.atlassian.com/authorize',
  tokenUrl: 'https://auth.atlassian.com/oauth/token',
  pkce: false,
  parameters: { audience: 'api.atlassian.com', prompt: 'consent' },
  scopeSeparator: ' ',
  lastingScopes: ['offline_access'],
  includes: {},
  tokenBody: 'json',
  revoke: null,
  settingsUrl: 'https://id.atlassian.com/manage-profile/apps',
}
