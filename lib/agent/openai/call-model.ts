import 'server-only'
import type OpenAI from 'openai'
import { HandrailError } from '../../core/errors'
import type { ModelRequest, ModelTurn } from '../contract'
import { estimateTokens } from '../estimate-tokens'
import { chatBody, readChatAnswer } from './chat-api'
import { dropRefusedFeature, type Features, featuresOf } from './endpoint-features'
import { modelError } from './model-error'
import { openClient, readJson, toFailure, UnreadableAnswer } from './openai-client'
import type { OpenProvider } from './provider'
import { readResponsesAnswer, responsesBody } from './responses-api'

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
  const { answer, text } = await readJson(response)
  const turn = provider.api === 'responses' ? readResponsesAnswer(answer) : readChatAnswer(answer)
  if (!turn) throw new UnreadableAnswer({ kind: 'garbage', said: text.slice(0, 500) })
  return { ...turn, usage: usageOf(turn, question), model: turn.model || request.model }
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
