import 'server-only'
import type OpenAI from 'openai'
import { HandrailError } from '../core/errors'
import { chatBody, readChatAnswer } from './chat-api'
import type { ModelRequest, ModelTurn } from './contract'
import { dropRefusedFeature, type Features, featuresOf } from './endpoint-features'
import { estimateTokens } from './estimate-tokens'
import { type ModelFailure, modelError } from './model-error'
import { parseJson } from './parse-json'
import type { OpenProvider } from './provider'
import { reportedFailure } from './reported-failure'
import { readResponsesAnswer, responsesBody } from './responses-api'
import { retryAfterMs } from './retry-after'

type Sdk = typeof import('openai')

/**
 * Asks a model once. Everything thrown is a HandrailError; `retry: 'after'` says that the same call may be made again.
 * An endpoint that refuses a newer part of the request is asked again without it, and that is remembered.
 */
export async function callModel(
  provider: OpenProvider,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<ModelTurn> {
  // Loaded with the first call: pages that only name models do not pay for it.
  const sdk = await import('openai')
  const client = openClient(sdk, provider, signal)
  const endpoint = `${provider.api} ${provider.baseUrl} ${request.model}`
  for (;;) {
    const features = featuresOf(endpoint)
    try {
      return await ask(client, provider, request, features)
    } catch (thrown) {
      const failure = toFailure(sdk, thrown, signal)
      if (failure instanceof HandrailError) throw failure
      const isRefusal = failure.kind === 'status' && [400, 422, 501].includes(failure.status)
      if (isRefusal && dropRefusedFeature(endpoint, usedFeatures(provider, request, features), failure.said))
        continue
      throw modelError(failure, request.model)
    }
  }
}

function openClient(sdk: Sdk, provider: OpenProvider, signal: AbortSignal): OpenAI {
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

async function ask(
  client: OpenAI,
  provider: OpenProvider,
  request: ModelRequest,
  features: Features,
): Promise<ModelTurn> {
  const question = withSchemaInWords(request, features)
  const response =
    provider.api === 'responses'
      ? await client.responses.create(responsesBody(question, features)).asResponse()
      : await client.chat.completions
          .create(chatBody(question, features, lengthFieldOf(provider)))
          .asResponse()
  const text = await response.text()
  if (text.trim() === '') throw new UnreadableAnswer({ kind: 'empty', said: '' })
  const answer = parseJson(text)
  const reported = reportedFailure(answer)
  if (reported) throw new UnreadableAnswer(reported)
  const turn = provider.api === 'responses' ? readResponsesAnswer(answer) : readChatAnswer(answer)
  if (!turn) throw new UnreadableAnswer({ kind: 'garbage', said: text.slice(0, 500) })
  return { ...turn, usage: usageOf(turn, question), model: turn.model || request.model }
}

/** Carries a failure that the SDK does not see from `ask` to the one place that maps failures. */
class UnreadableAnswer extends Error {
  constructor(readonly failure: ModelFailure) {
    super(failure.kind)
  }
}

/** Without a schema that the endpoint enforces, the schema is told in words. */
function withSchemaInWords(request: ModelRequest, features: Features): ModelRequest {
  if (request.output === null || features.has('json_schema')) return request
  const schema = JSON.stringify(request.output.schema)
  const instructions = `${request.instructions}\nAnswer with one JSON object and nothing else. It must fit this JSON schema:\n${schema}`
  return { ...request, instructions }
}

function usedFeatures(provider: OpenProvider, request: ModelRequest, features: Features): Features {
  const used = new Set(features)
  if (provider.api === 'chat') used.delete('encrypted_reasoning')
  if (request.tools.length === 0) used.delete('strict_tools')
  if (request.output === null || features.has('json_schema')) used.delete('json_object')
  if (request.output === null) used.delete('json_schema')
  return used
}

/** OpenAI's newer models refuse `max_tokens`; compatible servers often know nothing else. */
function lengthFieldOf(provider: OpenProvider): 'current' | 'older' {
  return /(^|\.)(openai|azure)\.com$/.test(new URL(provider.baseUrl).hostname) ? 'current' : 'older'
}

/** A limit that nothing counts is no limit: where the endpoint does not count, the text is. */
function usageOf(turn: ModelTurn, request: ModelRequest): ModelTurn['usage'] {
  if (turn.usage.tokensIn > 0) return turn.usage
  const tokensIn = estimateTokens(JSON.stringify([request.instructions, request.messages, request.tools]))
  const tokensOut = estimateTokens(turn.text + turn.calls.map((call) => call.argumentsText).join(''))
  return { tokensIn, tokensOut, estimated: true }
}

function toFailure(sdk: Sdk, thrown: unknown, signal: AbortSignal): ModelFailure | HandrailError {
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
