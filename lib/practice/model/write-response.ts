import { createHash } from 'node:crypto'
import { practiceNotice } from './answer-question'
import { practiceModelName } from './name'
import type { PracticeAnswer } from './question'

/** What goes into both kinds of answer. `seed` is the request: the same request has the same ids. */
type Writing = { readonly answer: PracticeAnswer; readonly seed: string }

export function writeResponsesAnswer({ answer, seed }: Writing) {
  const id = idOf(seed)
  const usage = usageOf({ answer, seed })
  const message = {
    type: 'message',
    id: `msg_${id}`,
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text: answer.text, annotations: [], logprobs: [] }],
  }
  const calls = answer.calls.map((call, index) => ({
    type: 'function_call',
    id: `fc_${id}_${index}`,
    call_id: `call_${id}_${index}`,
    name: call.name,
    arguments: JSON.stringify(call.arguments),
    status: 'completed',
  }))
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 0,
    status: 'completed',
    model: practiceModelName,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: { notice: practiceNotice },
    output: calls.length > 0 ? calls : [message],
    parallel_tool_calls: false,
    store: false,
    usage: {
      input_tokens: usage.tokensIn,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: usage.tokensOut,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.tokensIn + usage.tokensOut,
    },
  }
}

export function writeChatAnswer({ answer, seed }: Writing) {
  const id = idOf(seed)
  const usage = usageOf({ answer, seed })
  const calls = answer.calls.map((call, index) => ({
    id: `call_${id}_${index}`,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }))
  return {
    id: `chatcmpl_${id}`,
    object: 'chat.completion',
    created: 0,
    model: practiceModelName,
    system_fingerprint: practiceNotice,
    choices: [
      {
        index: 0,
        finish_reason: calls.length > 0 ? 'tool_calls' : 'stop',
        logprobs: null,
        message:
          calls.length > 0
            ? { role: 'assistant', content: null, refusal: null, tool_calls: calls }
            : { role: 'assistant', content: answer.text, refusal: null },
      },
    ],
    usage: {
      prompt_tokens: usage.tokensIn,
      completion_tokens: usage.tokensOut,
      total_tokens: usage.tokensIn + usage.tokensOut,
    },
  }
}

function idOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 16)
}

/** About what a model would count: a token for each four characters. */
function usageOf({ answer, seed }: Writing): { tokensIn: number; tokensOut: number } {
  const written = answer.calls.length > 0 ? JSON.stringify(answer.calls) : answer.text
  return { tokensIn: Math.ceil(seed.length / 4), tokensOut: Math.max(1, Math.ceil(written.length / 4)) }
}
