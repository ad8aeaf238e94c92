import 'server-only'
import { z } from 'zod'
import type { OAuthProvider } from '@/lib/connectors/contract'
import { HandrailError } from '@/lib/core/errors'
import type { OAuthClient } from './oauth-client'
import { providerFetch } from './provider-fetch'

/** What a service gives for a code or a refresh token. */
export type Tokens = {
  readonly access: string
  /** Left out: the one that was used stays good. */
  readonly refresh?: string
  /** Left out: the service does not say. */
  readonly scopes?: readonly string[]
  readonly expiresInSeconds?: number
  /** What else it told of the account, to be kept beside the secret. */
  readonly settings: Readonly<Record<string, string>>
}

export type TokenAnswer =
  | { readonly status: 'granted'; readonly tokens: Tokens }
  /** The code or refresh token is used up, too old or taken back: asking again gives the same answer. */
  | { readonly status: 'spent'; readonly said: string }

const given = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().nullish(),
  scope: z.string().nullish(),
  team: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
})

const refused = z.object({ error: z.string(), error_description: z.string().nullish() })

/** How the services say that what they were shown is worth nothing any more. */
const spent = new Set([
  'invalid_grant',
  'bad_verification_code',
  'bad_refresh_token',
  'invalid_code',
  'code_already_used',
  'code_expired',
  'invalid_refresh_token',
  'token_revoked',
  'token_expired',
])

/**
 * Asks a service for tokens. `spent` is an outcome; everything else that goes wrong is thrown: the service cannot be
 * reached, answers nonsense, or does not know Handrail by the client id and secret that the operator set.
 */
export async function askForTokens(
  provider: OAuthProvider,
  client: OAuthClient,
  grant: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const fields = { ...grant, client_id: client.id, client_secret: client.secret }
  const isJson = provider.tokenBody === 'json'
  const answer = await providerFetch(provider, provider.tokenUrl, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  })
  const body: unknown = await answer.json().catch(() => null)
  const tokens = given.safeParse(body)
  if (answer.ok && tokens.success) return { status: 'granted', tokens: toTokens(tokens.data) }
  const refusal = refused.safeParse(body)
  if (!refusal.success) throw failed(provider, answer.status)
  const { error, error_description: words } = refusal.data
  const isSpent = spent.has(error) || /refresh_token is invalid/i.test(words ?? '')
  if (isSpent) return { status: 'spent', said: error }
  throw unknownClient(provider, error)
}

function toTokens({ access_token, refresh_token, expires_in, scope, team }: z.infer<typeof given>): Tokens {
  return {
    access: access_token,
    ...(refresh_token ? { refresh: refresh_token } : {}),
    ...(expires_in ? { expiresInSeconds: expires_in } : {}),
    ...(scope === null || scope === undefined
      ? {}
      : { scopes: scope.split(/[\s,]+/).filter((each) => each !== '') }),
    settings: team ? { team: team.id, ...(team.name ? { team_name: team.name } : {}) } : {},
  }
}

function failed({ title }: OAuthProvider, status: number): HandrailError {
  return new HandrailError({
    code: 'service_failed',
    who: 'user',
    retry: 'after',
    message: `${title} did not answer as expected when it was asked for a token (${status}). Try again in a moment.`,
  })
}

function unknownClient({ title }: OAuthProvider, said: string): HandrailError {
  return new HandrailError({
    code: 'service_failed',
    who: 'operator',
    retry: 'after',
    message: `${title} gives Handrail no token: ‘${said.slice(0, 60)}’. Whoever runs Handrail has to look at its client id, secret and callback address.`,
  })
}
