import type { OAuthProvider, OAuthProviderId } from '../contract'
import { atlassian } from './atlassian'
import { github } from './github'
import { google } from './google'
import { slack } from './slack'

/** Every service at which people can consent in the browser. Safe in the browser. */
export const oauthProviders: Readonly<Record<OAuthProviderId, OAuthProvider>> = {
  github,
  slack,
  google,
  atlassian,
}
