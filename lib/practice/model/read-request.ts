import { z } from 'zod'
import type { JsonObject } from '../../core/json'
import type { OfferedTool, Question } from './question'

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const parts = z.array(z.looseObject({ text: z.string().optional() }))
const content = z
  .union([z.string(), parts, z.null()])
  .optional()
  .transform((given) =>
    typeof given === 'string' ? given : (given ?? []).map((part) => part.text ?? '').join('\n'),
  )

const choice = z
  .unknown()
  .optional()
  .transform((given) => given !== 'none')

const responsesSchema = z.object({
  model: z.string(),
  stream: z.boolean().nullish(),
  instructions: z.string().nullish(),
  input: z.union([
    z.string(),
    z.array(
      z.union([
        z.object({ type: z.literal('function_call'), call_id: z.string(), name: z.string() }),
        z.object({ type: z.literal('function_call_output'), call_id: z.string(), output: content }),
        z.object({ type: z.literal('message').optional(), role: z.string(), content }),
        z.looseObject({ type: z.string() }).transform(() => null),
      ]),
    ),
  ]),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        name: z.string(),
        description: z.string().nullish(),
        parameters: jsonObject.nullish(),
      }),
    )
    .nullish(),
  tool_choice: choice,
  text: z
    .object({ format: z.object({ type: z.string(), schema: jsonObject.optional() }).optional() })
    .nullish(),
})

const chatSchema = z.object({
  model: z.string(),
  stream: z.boolean().nullish(),
  messages: z.array(
    z.object({
      role: z.string(),
      content,
      tool_call_id: z.string().optional(),
      tool_calls: z.array(z.object({ id: z.string(), function: z.object({ name: z.string() }) })).nullish(),
    }),
  ),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name: z.string(),
          description: z.string().nullish(),
          parameters: jsonObject.nullish(),
        }),
      }),
    )
    .nullish(),
  tool_choice: choice,
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ schema: jsonObject.optional() }).optional() })
    .nullish(),
})

/** A request as the practice model understands it, or one sentence on what it does not. */
export type Reading =
  | { readonly question: Question; readonly model: string; readonly stream: boolean }
  | { readonly problem: string }

export function readResponsesRequest(body: unknown): Reading {
  const parsed = responsesSchema.safeParse(body)
  if (!parsed.success) return { problem: z.prettifyError(parsed.error) }
  const { data } = parsed
  const items = typeof data.input === 'string' ? [{ role: 'user', content: data.input }] : data.input
  const results = new Map<string, string>()
  const system: string[] = data.instructions ? [data.instructions] : []
  const user: string[] = []
  const called: { id: string; name: string }[] = []
  for (const item of items) {
    if (item === null) continue
    if ('role' in item) addText(item.role, item.content, system, user)
    else if (item.type === 'function_call') called.push({ id: item.call_id, name: item.name })
    else results.set(item.call_id, item.output)
  }
  const format = data.text?.format
  return {
    model: data.model,
    stream: data.stream ?? false,
    question: {
      system,
      user,
      tools: (data.tools ?? []).map(toTool),
      mayCall: data.tool_choice,
      calls: called.map((call) => ({ name: call.name, result: results.get(call.id) ?? null })),
      schema: format?.schema ?? null,
      wantsJson: format !== undefined && format.type !== 'text',
    },
  }
}

export function readChatRequest(body: unknown): Reading {
  const parsed = chatSchema.safeParse(body)
  if (!parsed.success) return { problem: z.prettifyError(parsed.error) }
  const { data } = parsed
  const system: string[] = []
  const user: string[] = []
  const results = new Map<string, string>()
  for (const message of data.messages) {
    if (message.role === 'tool') results.set(message.tool_call_id ?? '', message.content)
    else addText(message.role, message.content, system, user)
  }
  const called = data.messages.flatMap((message) => message.tool_calls ?? [])
  const format = data.response_format
  return {
    model: data.model,
    stream: data.stream ?? false,
    question: {
      system,
      user,
      tools: (data.tools ?? []).map((tool) => toTool(tool.function)),
      mayCall: data.tool_choice,
      calls: called.map((call) => ({ name: call.function.name, result: results.get(call.id) ?? null })),
      schema: format?.json_schema?.schema ?? null,
      wantsJson: format ? format.type !== 'text' : false,
    },
  }
}

function addText(role: string, text: string, system: string[], user: string[]): void {
  if (role === 'system' || role === 'developer') system.push(text)
  if (role === 'user') user.push(text)
}

function toTool(tool: {
  name: string
  description?: string | null | undefined
  parameters?: JsonObject | null | undefined
}): OfferedTool {
  return {
    name: tool.name,
    description: tool.description ?? '',
    schema: tool.parameters ?? { type: 'object' },
  }
}
