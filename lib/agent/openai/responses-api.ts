import { z } from 'zod'
import type { ModelMessage, ModelRequest, ModelTurn } from '../contract'
import { type CarriedItem, carriedItems, carryOf } from './carried-items'
import type { Features } from './endpoint-features'
import { readCall } from './read-call'

const answerSchema = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(z.looseObject({ type: z.string() })),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
})

const callSchema = z.object({ call_id: z.string().default(''), name: z.string(), arguments: z.string() })
const messageSchema = z.object({
  content: z.array(
    z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }),
  ),
})

/** The body for `POST /responses`: nothing is kept on the far side, so the whole history travels each time. */
export function responsesBody(request: ModelRequest, features: Features) {
  return {
    model: request.model,
    instructions: request.instructions,
    input: request.messages.flatMap(toItems),
    store: false,
    ...(features.has('encrypted_reasoning') && { include: ['reasoning.encrypted_content' as const] }),
    ...(request.maxOutputTokens !== null && { max_output_tokens: request.maxOutputTokens }),
    ...(request.tools.length > 0 && {
      tools: request.tools.map((tool) => ({
        type: 'function' as const,
        name: tool.name,
        description: tool.description,
        parameters: tool.schema,
        strict: features.has('strict_tools'),
      })),
    }),
    ...(request.output && {
      text: {
        format: features.has('json_schema')
          ? {
              type: 'json_schema' as const,
              name: request.output.name,
              schema: request.output.schema,
              strict: true,
            }
          : { type: features.has('json_object') ? ('json_object' as const) : ('text' as const) },
      },
    }),
  }
}

type InputItem =
  | CarriedItem
  | { role: 'user' | 'assistant'; content: string }
  | { type: 'function_call_output'; call_id: string; output: string }

function toItems(message: ModelMessage): InputItem[] {
  if (message.role === 'user') return [{ role: 'user', content: message.text }]
  if (message.role === 'tool') {
    return [{ type: 'function_call_output', call_id: message.callId, output: message.text }]
  }
  return turnItems(message.turn)
}

function turnItems(turn: ModelTurn): InputItem[] {
  const carried = carriedItems(turn)
  if (carried) return carried
  const said: InputItem[] = turn.text === '' ? [] : [{ role: 'assistant', content: turn.text }]
  const asked = turn.calls.map((call): InputItem => {
    return { type: 'function_call', call_id: call.id, name: call.name, arguments: call.argumentsText }
  })
  return [...said, ...asked]
}

/** Reads the answer, or gives `null` when it is not one. */
export function readResponsesAnswer(answer: unknown): ModelTurn | null {
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) return null
  const { output, usage, incomplete_details: incomplete } = parsed.data
  const calls = output.flatMap((item) => {
    const call = item.type === 'function_call' ? callSchema.safeParse(item) : null
    return call?.success ? [readCall(call.data.call_id, call.data.name, call.data.arguments)] : []
  })
  const parts = output.flatMap((item) => {
    const message = item.type === 'message' ? messageSchema.safeParse(item) : null
    return message?.success ? message.data.content : []
  })
  const refusals = parts.flatMap((part) => (part.type === 'refusal' ? [part.refusal ?? ''] : []))
  const refused = refusals.length > 0 || incomplete?.reason === 'content_filter'
  const text = parts.flatMap((part) => (part.type === 'output_text' ? [part.text ?? ''] : [])).join('')
  const carry = carryOf(output)
  return {
    text: refused ? refusals.join('\n') || text : text,
    calls,
    usage: { tokensIn: usage?.input_tokens ?? 0, tokensOut: usage?.output_tokens ?? 0 },
    stopped: refused ? 'refused' : incomplete?.reason === 'max_output_tokens' ? 'length' : 'done',
    model: parsed.data.model ?? '',
    responseId: parsed.data.id ?? null,
    ...(carry.length > 0 && { carry }),
  }
}
