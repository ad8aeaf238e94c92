import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { answerError } from '../../net/answer-error'
import { guardedFetch } from '../../net/guarded-fetch'
import { basic, type OAuthClient } from './authentication'

type AccessToken = { readonly value: string; readonly until: number }

export type TokenRequest = {
  readonly client: OAuthClient
  /** Part of what a token is kept under: two connections never share one. */
  readonly connectionId: string
  readonly connection: string | undefined
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
}

/** In this process alone, and never stored. */
const known = new Map<string, AccessToken>()
const underWay = new Map<string, Promise<string>>()
const mostKnown = 500

/** A token whose end the endpoint does not tell is used this long. */
const usualSeconds = 600
const patienceMs = 30_000

/**
 * The access token of an OAuth client: the one that is known until it expires, else a new one, asked for once however
 * many calls need it. `refused`: the token that a service has just said no to, which is not used again.
 */
export async function accessToken(request: TokenRequest, refused?: string): Promise<string> {
  const key = keyOf(request)
  const usable = () => {
    const token = known.get(key)
    return token && token.until > Date.now() && token.value !== refused ? token.value : null
  }
  const other = usable() ? null : underWay.get(key)
  // Who asks already may give up for reasons of its own: then this call asks itself.
  if (other) await other.catch(() => {})
  const ready = usable()
  if (ready) return ready
  const asking = ask(request).then((token) => {
    known.delete(key)
    known.set(key, token)
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    return token.value
  })
  underWay.set(key, asking)
  return asking.finally(() => {
    if (underWay.get(key) === asking) underWay.delete(key)
  })
}

function keyOf({ client, connectionId }: TokenRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([connectionId, client]))
    .digest('hex')
}

const answered = z.object({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().positive().optional(),
})

async function ask({ client, connection, allowPrivate, signal }: TokenRequest): Promise<AccessToken> {
  const fields = new URLSearchParams({ grant_type: 'client_credentials' })
  if (client.scope) fields.set('scope', client.scope)
  if (client.audience) fields.set('audience', client.audience)
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  })
  if (client.sendAs === 'basic') {
    headers.set('authorization', basic(encodeURIComponent(client.id), encodeURIComponent(client.secret)))
  } else {
    fields.set('client_id', client.id)
    fields.set('client_secret', client.secret)
  }
  const send = guardedFetch({
    allowHosts: [new URL(client.tokenUrl).host],
    allowPrivate,
    maxBytes: 200_000,
    timeoutMs: patienceMs,
    signal,
    // Whatever becomes of it, the step itself has not been sent.
    isSafe: true,
  })
  const answer = await send(client.tokenUrl, {
    method: 'POST',
    headers,
    body: fields.toString(),
    // The client's secret goes to the address that was written down, and nowhere it leads to.
    redirect: 'error',
  })
  if ([400, 401, 403].includes(answer.status))
    throw refusal(connection, answer.status, await reasonIn(answer))
  if (!answer.ok) {
    const { status, headers: said } = answer
    throw answerError({
      service: 'The token endpoint',
      connection,
      status,
      headers: said,
      isSafe: true,
      now: Date.now(),
    })
  }
  const parsed = answered.safeParse(await answer.json().catch(() => null))
  if (!parsed.success) throw badAnswer()
  const { access_token, expires_in = usualSeconds } = parsed.data
  // A little early, so that no token expires on its way.
  const early = Math.min(30, expires_in / 10)
  return { value: access_token, until: Date.now() + (expires_in - early) * 1000 }
}

const refused = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) })

async function reasonIn(answer: Response): Promise<string> {
  const parsed = refused.safeParse(await answer.json().catch(() => null))
  return parsed.success ? parsed.data.error : ''
}

function refusal(connection: string | undefined, status: number, reason: string): HandrailError {
  const what = reason ? `${status}, ${reason}` : `${status}`
  return new HandrailError({
    code: 'reconnect',
    who: 'user',
    retry: 'no',
    message: `The token endpoint refuses this client (${what}). Replace the secret of ${connection ? `“${connection}”` : 'the connection'} in Connections.`,
  })
}

function badAnswer(): HandrailError {
  return new HandrailError({
    code: 'bad_answer',
    who: 'user',
    retry: 'after',
    message: 'The token endpoint gave no access token. Check the address of the token in the connection.',
  })
}
