import {
  type AgentOutcome,
  type AgentTask,
  callKey,
  type ModelTurn,
  type PlannedCall,
  type ToolResult,
} from '@/lib/agent/contract'
import { nextMove } from '@/lib/agent/next-move'
import { callModel } from '@/lib/agent/openai/call-model'
import type { OpenProvider } from '@/lib/agent/openai/provider'
import type { Json } from '@/lib/core/json'

type Executed = Extract<PlannedCall, { do: 'run' }>

/** Carries an agent to its end against a real endpoint, with everything kept in memory. */
export async function runAgent(
  provider: OpenProvider,
  task: AgentTask,
  execute: (call: Executed) => Json = () => 'done',
): Promise<{ outcome: AgentOutcome; turns: readonly ModelTurn[]; results: Map<string, ToolResult> }> {
  const turns: ModelTurn[] = []
  const results = new Map<string, ToolResult>()
  for (;;) {
    const move = nextMove(task, { turns, results })
    if (move.do === 'end') return { outcome: move.outcome, turns, results }
    if (move.do === 'turn') turns.push(await callModel(provider, move.request, AbortSignal.timeout(20_000)))
    else {
      // Last first: the order in which calls end must not matter.
      for (const call of [...move.calls].reverse()) {
        const result: ToolResult =
          call.do === 'refuse' ? call.result : { status: 'done', output: execute(call) }
        results.set(callKey(move.turn, call.index), result)
      }
    }
  }
}

export function openProvider(
  api: OpenProvider['api'],
  url: string,
  apiKey: string | null = 'key-1',
): OpenProvider {
  return { api, baseUrl: `${url}/v1`, apiKey, allowPrivate: true, simulated: false, fetch }
}
