import type { AgentFacts, AgentTask, ModelCall, ModelTurn, TaskTool, ToolResult } from '@/lib/agent/contract'
import type { Json } from '@/lib/core/json'

export const searchTool: TaskTool = {
  name: 'github__issue__search',
  action: 'github.issue.search',
  description: 'Search issues.',
  schema: {
    type: 'object',
    properties: { query: { type: 'string' }, limit: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
    required: ['query', 'limit'],
    additionalProperties: false,
  },
}

export function task(part: Partial<AgentTask> = {}): AgentTask {
  return {
    instructions: 'Judge the report.',
    model: 'some-model',
    tools: [],
    output: [],
    limits: {},
    price: { inputPerMillion: 1, outputPerMillion: 10 },
    ...part,
  }
}

export function turn(part: Partial<ModelTurn> = {}): ModelTurn {
  return {
    text: '',
    calls: [],
    usage: { tokensIn: 100, tokensOut: 20 },
    stopped: 'done',
    model: 'some-model',
    responseId: null,
    ...part,
  }
}

export function call(name: string, values: Json, id = 'call_1'): ModelCall {
  return { id, name, arguments: values, argumentsText: JSON.stringify(values) }
}

export function facts(
  turns: readonly ModelTurn[] = [],
  results: Readonly<Record<string, ToolResult>> = {},
): AgentFacts {
  return { turns, results: new Map(Object.entries(results)) }
}
