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
  for (const [id, from] of state.winners ?? []) frontier.choose(id, from)
  for (const id of plan.order) {
    const planned = plan.nodes.get(id)
    const outcome = state.outcomes.get(id)
    if (!planned || !outcome) continue
    frontier.settle(id, outcome)
    hasEnded ||= endsRun(planned, outcome)
  }
  const commands = hasEnded ? [] : commandsOf()
  return commands.length > 0 ? commands : [{ do: 'end', ...endingOf(plan, state) }]

  function commandsOf(): readonly Command[] {
    const ready = frontier.take()
    const calledOff = new Set(frontier.calledOff())
    const pathOf = (id: string) => `${state.prefix ?? ''}${id}`
    return [
      ...[...calledOff].flatMap((id): readonly Command[] => {
        const planned = plan.nodes.get(id)
        return planned ? [{ do: 'cancel', path: pathOf(id), node: planned.node }] : []
      }),
      ...ready
        .filter(({ planned }) => !calledOff.has(planned.node.id))
        .map(
          ({ planned: { node }, isLive }): Command => ({
            do: isLive ? 'run' : 'skip',
            path: pathOf(node.id),
            node,
          }),
        ),
      ...frontier
        .chances()
        .filter(({ planned }) => !calledOff.has(planned.node.id))
        .map(({ planned: { node }, from }): Command => ({ do: 'choose', path: pathOf(node.id), node, from })),
    ]
  }
}
