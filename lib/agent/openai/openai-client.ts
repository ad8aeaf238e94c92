import 'server-only'
import type OpenAI from 'openai'
import { HandrailError } from '../../core/errors'
import type { Json } from '../../core/json'
import { parseJson } from '../parse-json'
import { type ModelFailure, modelError } from './model-error'
import type { OpenProvider } from './provider'
import { reportedFailure } from './reported-failure'
import { retryAfterMs } from './retry-after'

type Sdk = typeof import('openai')

/** The OpenAI client for one call: one request, no retries of its own, nothing of the server's environment. */
export function openClient(sdk: Sdk, provider: OpenProvider, signal: AbortSignal): OpenAI {
  return new sdk.default({
    baseURL: provider.baseUrl,
    // The client insists on a key; without one, the header is taken away again.
    apiKey: provider.apiKey ?? 'none',
    ...(provider.apiKey === null && { defaultHeaders: { Authorization: null } }),
    // What the environment of the server says about OpenAI is not the workspace's.
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    // The client stops watching its own signal once the headers are there; this one also covers the body.
    fetch: (input, init) =>
      provider.fetch(input, {
        ...init,
        signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal,
      }),
  })
}

/** Carries a failure that the SDK does not see to the one place that maps failures. */
export class UnreadableAnswer extends Error {
  constructor(readonly failure: ModelFailure) {
    super(failure.kind)
  }
}

/** The body of an answer as JSON; a failure inside it, or nothing at all, is thrown. */
export async function readJson(response: Response): Promise<{ answer: Json | undefined; text: string }> {
  const text = await response.text()
  if (text.trim() === '') throw new UnreadableAnswer({ kind: 'empty', said: '' })
  const answer = parseJson(text)
  const reported = reportedFailure(answer)
  if (reported) throw new UnreadableAnswer(reported)
  return { answer, text }
}

/** What was thrown, told without the SDK's classes; errors of ours come back as they are. */
export function toFailure(sdk: Sdk, thrown: unknown, signal: AbortSignal): ModelFailure | HandrailError {
  const stopped = stoppedError(signal)
  if (stopped) return stopped
  if (thrown instanceof HandrailError) return thrown
  if (thrown instanceof UnreadableAnswer) return thrown.failure
  // The guarded fetch says why it refused an address; the client wraps that.
  const cause = thrown instanceof Error ? thrown.cause : undefined
  if (cause instanceof HandrailError) return repeatable(cause)
  const said = thrown instanceof Error ? thrown.message : String(thrown)
  if (thrown instanceof sdk.APIConnectionTimeoutError) return { kind: 'timeout', said }
  if (thrown instanceof sdk.APIConnectionError) return { kind: 'unreachable', said }
  if (thrown instanceof sdk.APIError && typeof thrown.status === 'number') {
    return {
      kind: 'status',
      status: thrown.status,
      code: String(thrown.code ?? thrown.type ?? ''),
      said: [thrown.message, thrown.param].filter(Boolean).join(' '),
      retryAfterMs: retryAfterMs(thrown.headers, Date.now()),
    }
  }
  // Headers came and the body did not: undici throws a plain TypeError ("terminated").
  return { kind: 'cut', said }
}

/** The network cannot know that asking a model twice does no harm but to the bill. */
function repeatable(error: HandrailError): HandrailError {
  if (error.retry !== 'unknown') return error
  const message = 'The connection to the model provider ended before its answer was there. Try again later.'
  const { code, detail } = error
  return new HandrailError({
    code,
    who: 'operator',
    retry: 'after',
    message,
    ...(detail !== undefined && { detail }),
    cause: error,
  })
}

function stoppedError(signal: AbortSignal): HandrailError | null {
  if (!signal.aborted) return null
  if (signal.reason instanceof HandrailError) return signal.reason
  const isTimeout = signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
  return isTimeout
    ? modelError({ kind: 'timeout', said: '' }, '')
    : new HandrailError({ code: 'cancelled', who: 'user', retry: 'no', message: 'The run was cancelled.' })
}
