import type { AgentFacts, AgentFailure, AgentTask, ModelRequest, ModelTurn } from './contract'
import { estimateTokens } from './estimate-tokens'
import { costOf } from './prices'
import { totalsOf } from './totals'

/** What holds when the builder set nothing. */
export const defaultLimits = { turns: 10, calls: 20 } as const

/** An answer shorter than this is of no use, and endpoints refuse to be asked for less. */
const leastOutputTokens = 64

export function turnLimit(task: AgentTask): number {
  return task.limits.turns ?? defaultLimits.turns
}

export function callLimit(task: AgentTask): number {
  return task.limits.calls ?? defaultLimits.calls
}

type LimitName = 'turns' | 'calls' | 'tokens' | 'cost'

const fieldNames: Readonly<Record<LimitName, string>> = {
  turns: 'Turns',
  calls: 'Tool calls',
  tokens: 'Tokens',
  cost: 'Cost',
}

/** `said` finishes the sentence "The agent stopped at its limit of …". */
export function limitReached(limit: LimitName, said: string): AgentFailure {
  return {
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: `The agent stopped at its limit of ${said}. Raise "${fieldNames[limit]}" under Limits in the agent's settings, or give it less to do.`,
  }
}

export type Reservation =
  | { readonly maxOutputTokens: number | null; readonly by: 'tokens' | 'cost' | null }
  | { readonly failure: AgentFailure }

/**
 * Sets aside what the next turn may use, so that a limit stops before it is passed: the question is counted
 * beforehand, and the answer may be as long as what is then left.
 */
export function reserve(
  task: AgentTask,
  facts: AgentFacts,
  request: Omit<ModelRequest, 'maxOutputTokens'>,
): Reservation {
  const tokensIn = estimateRequest(request, facts.turns.at(-1))
  const used = totalsOf(task, facts.turns)
  const rooms: { readonly by: 'tokens' | 'cost'; readonly room: number }[] = []
  if (task.limits.tokens !== undefined) {
    rooms.push({ by: 'tokens', room: task.limits.tokens - used.tokensIn - used.tokensOut - tokensIn })
  }
  if (task.limits.cost !== undefined) {
    if (task.price === null) return { failure: priceNotKnown(task) }
    const left = task.limits.cost - used.cost - costOf({ tokensIn, tokensOut: 0 }, task.price)
    const each = task.price.outputPerMillion / 1_000_000
    rooms.push({
      by: 'cost',
      room: left < 0 ? 0 : each === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / each),
    })
  }
  const least = rooms.sort((a, b) => a.room - b.room)[0]
  if (!least || least.room === Number.POSITIVE_INFINITY) return { maxOutputTokens: null, by: null }
  if (least.room >= leastOutputTokens) return { maxOutputTokens: least.room, by: least.by }
  return { failure: budgetReached(task, least.by, facts.turns) }
}

/** The end of a turn that was cut off because its answer grew longer than what was set aside for it. */
export function budgetReached(
  task: AgentTask,
  by: 'tokens' | 'cost',
  turns: readonly ModelTurn[],
): AgentFailure {
  const used = totalsOf(task, turns)
  return by === 'tokens'
    ? limitReached(
        'tokens',
        `${task.limits.tokens} tokens: ${used.tokensIn + used.tokensOut} are used and the next turn needs more than what is left`,
      )
    : limitReached(
        'cost',
        `$${task.limits.cost}: $${used.cost.toFixed(4)} is spent and the next turn could pass it`,
      )
}

function priceNotKnown(task: AgentTask): AgentFailure {
  return {
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: `The agent has a limit of $${task.limits.cost}, but the price of the model "${task.model}" is not known, so the limit cannot be kept. Add the price under Settings → Models, or remove "Cost" under Limits in the agent's settings.`,
  }
}

/** After a turn, what the endpoint counted is surer than a guess: only what came since is estimated. */
function estimateRequest(
  request: Omit<ModelRequest, 'maxOutputTokens'>,
  last: ModelTurn | undefined,
): number {
  const whole = estimateTokens(
    JSON.stringify([request.instructions, request.messages, request.tools, request.output]),
  )
  if (!last || last.usage.tokensIn === 0) return whole
  const lastPlace = request.messages.findLastIndex((message) => message.role === 'model')
  const since = estimateTokens(JSON.stringify(request.messages.slice(lastPlace + 1)))
  return Math.min(whole, last.usage.tokensIn + last.usage.tokensOut + since)
}
