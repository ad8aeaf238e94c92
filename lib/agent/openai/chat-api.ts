import { z } from 'zod'
import type { ModelMessage, ModelRequest, ModelTurn } from '../contract'
import type { Features } from './endpoint-features'
import { readCall } from './read-call'

const answerSchema = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z
            .array(
              z.object({
                id: z.string().nullish(),
                function: z.object({ name: z.string(), arguments: z.string().nullish() }),
              }),
            )
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
})

/** The body for `POST /chat/completions`. */
export function chatBody(request: ModelRequest, features: Features, lengthField: 'current' | 'older') {
  return {
    model: request.model,
    messages: [
      { role: 'system' as const, content: request.instructions },
      ...request.messages.map(toMessage),
    ],
    ...(request.maxOutputTokens !== null &&
      (lengthField === 'current'
        ? { max_completion_tokens: request.maxOutputTokens }
        : { max_tokens: request.maxOutputTokens })),
    ...(request.tools.length > 0 && {
      tools: request.tools.map((tool) => ({
        type: 'function' as const,
        function: {
          name: tool.name,
          description: tool.description,
          parameters: { ...tool.schema },
          ...(features.has('strict_tools') && { strict: true }),
        },
      })),
    }),
    ...(request.output && formatOf(request.output, features)),
  }
}

function formatOf(output: NonNullable<ModelRequest['output']>, features: Features) {
  if (features.has('json_schema')) {
    const json_schema = { name: output.name, schema: { ...output.schema }, strict: true }
    return { response_format: { type: 'json_schema' as const, json_schema } }
  }
  return features.has('json_object') ? { response_format: { type: 'json_object' as const } } : {}
}

function toMessage(message: ModelMessage) {
  if (message.role === 'user') return { role: 'user' as const, content: message.text }
  if (message.role === 'tool') {
    return { role: 'tool' as const, tool_call_id: message.callId, content: message.text }
  }
  const { text, calls } = message.turn
  return {
    role: 'assistant' as const,
    // Some servers want the content to be there, others want it to be null beside calls.
    content: text === '' && calls.length > 0 ? null : text,
    ...(calls.length > 0 && {
      tool_calls: calls.map((call) => ({
        id: call.id,
        type: 'function' as const,
        function: { name: call.name, arguments: call.argumentsText || '{}' },
      })),
    }),
  }
}

/** Reads the answer, or gives `null` when it is not one. */
export function readChatAnswer(answer: unknown): ModelTurn | null {
  const parsed = answerSchema.safeParse(answer)
  const choice = parsed.data?.choices[0]
  if (!parsed.success || !choice) return null
  const { message, finish_reason: finish } = choice
  const refused = Boolean(message.refusal) || finish === 'content_filter'
  return {
    text: (refused ? message.refusal : null) ?? message.content ?? '',
    calls: (message.tool_calls ?? []).map((call) =>
      readCall(call.id ?? '', call.function.name, call.function.arguments ?? ''),
    ),
    usage: {
      tokensIn: parsed.data.usage?.prompt_tokens ?? 0,
      tokensOut: parsed.data.usage?.completion_tokens ?? 0,
    },
    stopped: refused ? 'refused' : finish === 'length' ? 'length' : 'done',
    model: parsed.data.model ?? '',
    responseId: parsed.data.id ?? null,
  }
}
