import type { Command, Plan, RunState } from './contract'
import { makeFrontier } from './frontier'
import { endingOf, endsRun } from './run-end'

/**
 * What is to be done now, given what has ended. Pure: the same facts give the same commands, in whatever order they
 * came in. A step that is asked for stays asked for until its outcome is among the facts.
 */
export function next(plan: Plan, state: RunState): readonly Command[] {
  const frontier = makeFrontier(plan, state.trigger.node)
  let hasEnded = false
  for (const id of plan.order) {
    const planned = plan.nodes.get(id)
    const outcome = state.outcomes.get(id)
    if (!planned || !outcome) continue
    frontier.settle(id, outcome)
    hasEnded ||= endsRun(planned, outcome)
  }
  const ready = hasEnded ? [] : frontier.take()
  if (ready.length === 0) return [{ do: 'end', ...endingOf(plan, state.outcomes) }]
  return ready.map(({ planned: { node }, isLive }) => ({ do: isLive ? 'run' : 'skip', path: node.id, node }))
}
