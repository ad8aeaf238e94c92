import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import type { Provider } from 'next-auth/providers/index'
import Slack from 'next-auth/providers/slack'
import { type Env, env } from '../env'

/** The services with which people may sign in beside a password: those whose client id is set. */
export function signInProviderNames(from: Env = env()): readonly { id: string; name: string }[] {
  return outsideProviders(from).map(({ id, name }) => ({ id, name }))
}

export function outsideProviders(from: Env): readonly Provider[] {
  const providers: Provider[] = []
  const github = pair(from.HANDRAIL_GITHUB_CLIENT_ID, from.HANDRAIL_GITHUB_CLIENT_SECRET)
  const google = pair(from.HANDRAIL_GOOGLE_CLIENT_ID, from.HANDRAIL_GOOGLE_CLIENT_SECRET)
  const slack = pair(from.HANDRAIL_SLACK_CLIENT_ID, from.HANDRAIL_SLACK_CLIENT_SECRET)
  if (github) providers.push(GitHub({ ...github, checks: ['pkce', 'state'] }))
  if (google) providers.push(Google(google))
  if (slack) providers.push(Slack({ ...slack, checks: ['pkce', 'state'] }))
  return providers
}

function pair(clientId: string | undefined, clientSecret: string | undefined) {
  return clientId && clientSecret ? { clientId, clientSecret } : null
}
