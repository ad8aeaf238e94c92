import { createHash, randomBytes } from 'node:crypto'
import { consentPage, scopesIn } from './consent-page'
import { type ConsentDialect, practiceClient } from './dialect'
import type { TokenBook } from './token-book'

/** Everything about consent at a simulated service: its page, its tokens, and who may call what with them. */
export type ConsentDesk = {
  /** The answer to a request that is about consent, or null for every other. */
  answer(request: Request, body: string): Response | null
  /** Whose token this is, the refusal, or null for a token that was not issued here. */
  admit(request: Request, token: string): { readonly login: string } | Response | null
}

type Code = {
  readonly login: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly challenge: string | null
  readonly refreshes: boolean
}

export function consentDesk(
  dialect: ConsentDialect,
  book: TokenBook,
  refuse: (reason: 'no token' | 'bad token') => Response,
): ConsentDesk {
  const codes = new Map<string, Code>()
  return {
    answer(request, body) {
      const { pathname, searchParams } = new URL(request.url)
      if (pathname === dialect.authorizePath) {
        if (request.method === 'GET') return askOrRefuse(dialect, searchParams)
        return decide(dialect, new URLSearchParams(body), codes)
      }
      if (pathname === dialect.tokenPath && request.method === 'POST') {
        return exchange(dialect, book, fieldsOf(request, body), codes)
      }
      const given = dialect.revokes(request, body)
      if (given === null) return null
      return book.revoke(given) ? dialect.revoked() : refuse('bad token')
    },
    admit(request, token) {
      const { status, grant } = book.find(token)
      if (!grant) return null
      if (status !== 'good') return refuse('bad token')
      const needed = dialect.needs(request)
      if (needed.length > 0 && !needed.some((scope) => grant.scopes.includes(scope))) {
        return dialect.forbidden(needed, grant.scopes)
      }
      return dialect.tells?.(request, grant) ?? { login: grant.login }
    },
  }
}

function askOrRefuse(dialect: ConsentDialect, asked: URLSearchParams): Response {
  if (asked.get('client_id') !== practiceClient.id) return wrong('There is no such app.')
  if (!asked.get('redirect_uri')) return wrong('There is no address to go back to.')
  if (dialect.pkce && asked.get('code_challenge_method') !== 'S256')
    return wrong('The code has no S256 challenge.')
  return consentPage(dialect, asked)
}

function decide(dialect: ConsentDialect, form: URLSearchParams, codes: Map<string, Code>): Response {
  const redirectUri = form.get('redirect_uri') ?? ''
  const target = new URL(redirectUri)
  target.searchParams.set('state', form.get('state') ?? '')
  if (form.get('decision') !== 'allow') {
    target.searchParams.set('error', 'access_denied')
    return Response.redirect(target.href, 303)
  }
  const code = randomBytes(16).toString('hex')
  const asked = scopesIn(form)
  codes.set(code, {
    login: form.get('login') ?? '',
    scopes: form.getAll('granted').filter((scope) => asked.includes(scope)),
    redirectUri,
    challenge: form.get('code_challenge'),
    refreshes: dialect.refreshes(form),
  })
  target.searchParams.set('code', code)
  return Response.redirect(target.href, 303)
}

function exchange(
  dialect: ConsentDialect,
  book: TokenBook,
  fields: ReadonlyMap<string, string>,
  codes: Map<string, Code>,
): Response {
  const { prefix, seconds, rotates } = dialect
  const isKnown =
    fields.get('client_id') === practiceClient.id && fields.get('client_secret') === practiceClient.secret
  if (!isKnown) return dialect.refused('bad client')
  if (fields.get('grant_type') === 'refresh_token') {
    const renewed = book.renew(fields.get('refresh_token') ?? '', rotates, prefix, seconds)
    return renewed ? dialect.granted(renewed) : dialect.refused('bad refresh token')
  }
  const code = fields.get('code') ?? ''
  const kept = codes.get(code)
  // A code is good once, whatever comes of it.
  codes.delete(code)
  if (!kept || kept.redirectUri !== fields.get('redirect_uri')) return dialect.refused('bad code')
  if (kept.challenge !== null && kept.challenge !== s256(fields.get('code_verifier') ?? '')) {
    return dialect.refused('bad code')
  }
  const { login, scopes, refreshes } = kept
  return dialect.granted(book.issue({ login, scopes, prefix, seconds, refreshes }))
}

function fieldsOf(request: Request, body: string): ReadonlyMap<string, string> {
  if (!request.headers.get('content-type')?.includes('json')) return new Map(new URLSearchParams(body))
  const parsed: unknown = JSON.parse(body)
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
  return new Map(entries.map(([key, value]) => [key, String(value)]))
}

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function wrong(text: string): Response {
  return new Response(text, { status: 400 })
}
