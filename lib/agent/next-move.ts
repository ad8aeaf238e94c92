import type { AgentFacts, AgentFailure, AgentMove, AgentTask, ModelTurn, ToolResult } from './contract'
import { callKey } from './contract'
import { requestFor } from './conversation'
import { budgetReached, callLimit, limitReached, reserve, turnLimit } from './limits'
import { planCalls } from './plan-calls'
import { readAnswer } from './read-answer'
import { totalsOf } from './totals'

/** How often an answer that did not fit is sent back. */
const maximumRepairs = 2

/**
 * The agent as a pure machine: given the task and what is recorded so far, the one thing to do next. The same facts
 * give the same move on every replay, whatever order the calls of a turn finished in.
 *
 *   turn ──▶ calls? ──▶ settle them ──▶ turn …
 *     └────▶ answer ──▶ fits? end : say what is wrong ──▶ turn (twice at most)
 */
export function nextMove(task: AgentTask, facts: AgentFacts): AgentMove {
  const last = facts.turns.at(-1)
  if (!last) return ask(task, facts)
  if (last.stopped === 'refused') return fail(task, facts, refusal(last))
  if (last.stopped === 'length') return fail(task, facts, cutOff(task, facts))
  return last.calls.length > 0 ? settleCalls(task, facts, last) : finish(task, facts, last)
}

function ask(task: AgentTask, facts: AgentFacts): AgentMove {
  const limit = turnLimit(task)
  if (facts.turns.length >= limit) return fail(task, facts, limitReached('turns', countOf(limit, 'turn')))
  const request = requestFor(task, facts)
  const reservation = reserve(task, facts, request)
  if ('failure' in reservation) return fail(task, facts, reservation.failure)
  const { maxOutputTokens } = reservation
  return { do: 'turn', index: facts.turns.length, request: { ...request, maxOutputTokens } }
}

function settleCalls(task: AgentTask, facts: AgentFacts, turn: ModelTurn): AgentMove {
  const index = facts.turns.length - 1
  const planned = planCalls(task, turn)
  const pending = planned.filter((call) => !facts.results.has(callKey(index, call.index)))
  if (pending.length > 0) {
    // Both are looked at before anything is done: an effect that the agent could not go on from helps nobody.
    const calls = callLimit(task)
    if (totalsOf(task, facts.turns).calls > calls) {
      return fail(
        task,
        facts,
        limitReached('calls', `${countOf(calls, 'tool call')}: the model asked for more`),
      )
    }
    const turns = turnLimit(task)
    if (facts.turns.length >= turns) {
      return fail(
        task,
        facts,
        limitReached('turns', `${countOf(turns, 'turn')} and still wanted to call tools`),
      )
    }
    return { do: 'calls', turn: index, calls: pending }
  }
  const results = planned.map((call) => facts.results.get(callKey(index, call.index)))
  const fatal = results.find(endsTheAgent)
  return fatal ? fail(task, facts, fatal.error) : ask(task, facts)
}

/** Errors that no other wording by the model could mend: a person has to act, so the step says so. */
const fatalCodes: ReadonlySet<string> = new Set([
  'reconnect',
  'missing_scope',
  'no_connection',
  'blocked_address',
  'outcome_unknown',
  'cancelled',
  'unavailable',
  'internal',
])

function endsTheAgent(result: ToolResult | undefined): result is Extract<ToolResult, { status: 'failed' }> {
  return result?.status === 'failed' && fatalCodes.has(result.error.code)
}

function finish(task: AgentTask, facts: AgentFacts, turn: ModelTurn): AgentMove {
  const { output, problems } = readAnswer(task, turn)
  if (output !== null) {
    return { do: 'end', outcome: { status: 'succeeded', output, totals: totalsOf(task, facts.turns) } }
  }
  const attempts = facts.turns.filter((one) => one.calls.length === 0).length
  const isLastTurn = facts.turns.length >= turnLimit(task)
  if (attempts <= maximumRepairs && !isLastTurn) return ask(task, facts)
  return fail(task, facts, {
    code: 'bad_answer',
    who: 'user',
    retry: 'no',
    message: `The model's answer did not fit the output fields (${problems.slice(0, 5).join('; ')}), also after ${countOf(attempts - 1, 'correction')}. Make the instructions say what each field should hold, or choose a stronger model.`,
  })
}

function refusal(turn: ModelTurn): AgentFailure {
  const said = turn.text.trim().slice(0, 300)
  return {
    code: 'model_refused',
    who: 'user',
    retry: 'no',
    message: `The model refused to do this${said === '' ? '' : `: "${said}"`}. Change the instructions or the input, or choose another model.`,
  }
}

function cutOff(task: AgentTask, facts: AgentFacts): AgentFailure {
  const before = { ...facts, turns: facts.turns.slice(0, -1) }
  const reservation = reserve(task, before, requestFor(task, before))
  if ('by' in reservation && reservation.by !== null) {
    return budgetReached(task, reservation.by, facts.turns)
  }
  return {
    code: 'bad_answer',
    who: 'user',
    retry: 'no',
    message:
      "The model's answer was cut off because it grew longer than the model can write. Ask for less at once, or choose a model with a longer answer.",
  }
}

function fail(task: AgentTask, facts: AgentFacts, error: AgentFailure): AgentMove {
  return { do: 'end', outcome: { status: 'failed', error, totals: totalsOf(task, facts.turns) } }
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
