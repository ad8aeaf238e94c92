import 'server-only'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { answerOnce } from '@/lib/services/idempotency/answer-once'
import { log } from '@/lib/services/log'
import type { Caller } from '@/lib/services/session/actor-from-request'
import { problemResponse, toProblem } from './problem'
import { type RateLimit, takeFromRateLimit } from './rate-limit'
import { readText } from './read-json'
import type { RouteDefinition } from './route'

type Prepared = {
  readonly caller: Caller | null
  readonly actor: Actor | null
  readonly handle: () => Promise<unknown>
}

/**
 * Answers one request: finds out who calls, carries it out (once for each `Idempotency-Key`), and turns the value or
 * the error into a response that no cache keeps. Nothing of an error's inside leaves the house.
 */
export async function answer(
  request: Request,
  definition: RouteDefinition,
  prepare: () => Promise<Prepared>,
): Promise<Response> {
  const requestId = newId('req')
  let actor: Actor | null = null
  let limit: RateLimit | null = null
  try {
    const prepared = await prepare()
    actor = prepared.actor
    limit = prepared.caller?.kind === 'token' ? takeFromRateLimit(prepared.caller.tokenId) : null
    if (limit?.exceeded) throw tooMany(limit)
    const key = request.headers.get('idempotency-key')
    if (request.method === 'POST' && key !== null && actor !== null && definition.answer !== 'stream') {
      return await once(request, definition, { ...prepared, actor, key, requestId, limit })
    }
    const value = await prepared.handle()
    const headers = headersOf(requestId, limit)
    return value instanceof Response ? withHeaders(value, headers) : toResponse(definition, value, headers)
  } catch (error) {
    await noteError(error, { request, actor, requestId })
    const retryAfterMs = error instanceof HandrailError ? error.retryAfterMs : undefined
    return problemResponse(toProblem(error, requestId), {
      ...headersOf(requestId, limit),
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
      ...(error instanceof HandrailError && error.code === 'not_signed_in'
        ? { 'www-authenticate': 'Bearer realm="Handrail"' }
        : {}),
    })
  }
}

async function once(
  request: Request,
  definition: RouteDefinition,
  call: {
    actor: Actor
    key: string
    requestId: string
    limit: RateLimit | null
    handle: () => Promise<unknown>
  },
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const text = await readText(request.clone())
  const kept = await answerOnce(
    call.actor,
    { key: call.key, request: `${request.method} ${pathname}${search}\n${text}` },
    async () => {
      const value = await call.handle()
      const response = value instanceof Response ? value : toResponse(definition, value, {})
      return { status: response.status, body: await response.text() }
    },
  )
  return new Response(kept.status === 204 ? null : kept.body, {
    status: kept.status,
    headers: {
      ...jsonHeaders,
      ...headersOf(call.requestId, call.limit),
      ...(kept.replayed ? { 'idempotency-replayed': 'true' } : {}),
    },
  })
}

/** An answer that a browser should open as a page runs and loads nothing. */
const nothing = "default-src 'none'; frame-ancestors 'none'"

const jsonHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'content-security-policy': nothing,
}

function toResponse(
  definition: RouteDefinition,
  value: unknown,
  headers: Readonly<Record<string, string>>,
): Response {
  if (definition.answer === null) {
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store', ...headers } })
  }
  return new Response(JSON.stringify(value), {
    status: definition.status ?? 200,
    headers: { ...jsonHeaders, ...headers },
  })
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  if (!response.headers.has('content-security-policy')) {
    response.headers.set('content-security-policy', nothing)
  }
  return response
}

function headersOf(requestId: string, limit: RateLimit | null): Record<string, string> {
  return {
    'x-request-id': requestId,
    ...(limit
      ? {
          'ratelimit-limit': String(limit.limit),
          'ratelimit-remaining': String(limit.remaining),
          'ratelimit-reset': String(limit.resetSeconds),
        }
      : {}),
  }
}

async function noteError(
  error: unknown,
  { request, actor, requestId }: { request: Request; actor: Actor | null; requestId: string },
): Promise<void> {
  const path = new URL(request.url).pathname
  if (!(error instanceof HandrailError)) {
    log().error({ requestId, method: request.method, path, err: error }, 'A request failed in Handrail')
    return
  }
  if (error.who !== 'user') {
    log().warn({ requestId, path, code: error.code, detail: error.detail }, error.message)
  }
  if (error.code === 'forbidden' && actor) {
    await recordAudit(database().db, actor, {
      action: 'access.denied',
      subject: { type: 'route', id: path, name: `${request.method} ${path}` },
    }).catch((failure: unknown) => log().error({ requestId, err: failure }, 'A refusal was not recorded'))
  }
}

function tooMany(limit: RateLimit): HandrailError {
  return new HandrailError({
    code: 'rate_limited',
    who: 'user',
    retry: 'after',
    retryAfterMs: limit.resetSeconds * 1000,
    message: `This token made more than ${limit.limit} calls in a minute. Wait ${limit.resetSeconds} seconds and go on more slowly.`,
  })
}
