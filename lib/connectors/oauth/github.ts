import type { OAuthProvider } from '../contract'

/** An OAuth App of GitHub. https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export const github: OAuthProvider = {
  id: 'github',
  title: 'GitHub',
  authorizeUrl: 'https://github.com/login/oauth/authorize',
  tokenUrl: 'https://github.com/login/oauth/access_token',
  pkce: true,
  parameters: {},
  scopeSeparator: ' ',
  lastingScopes: [],
  includes: {
    repo: ['public_repo', 'repo:status', 'repo_deployment', 'repo:invite', 'security_events'],
    user: ['read:user', 'user:email', 'user:follow'],
    'admin:org': ['write:org', 'read:org'],
    'write:org': ['read:org'],
  },
  tokenBody: 'form',
  revoke: { url: 'https://api.github.com/applications/{client}/token', method: 'DELETE', by: 'client' },
  settingsUrl: 'https://github.com/settings/applications',
}
