import { HandrailError } from '../core/errors'
import type { Outcome, Plan, Ports, RunEnd, RunState, StepCall, StepPath } from './contract'
import { makeFrontier, type Ready } from './frontier'
import { computeStep, performStep } from './perform-step'
import { endsRun, runEndOf } from './run-end'
import { stepScopeOf } from './step-scope-of'

type Entry = Parameters<Ports['record']>[0][number]

const skipped: Outcome = { status: 'skipped' }

/**
 * Carries a run from the given facts to its end: the one loop over the rule of the graph.
 *
 * 1. Compute all ready steps that touch no port, until none is left; note them in one `record`.
 * 2. Perform the ready steps that touch a port, all at once.
 * 3. Whenever one of them has ended, again: a branch goes on while another one waits. Until nothing is ready, a step has
 *    failed for good or a stop was reached. What is in flight settles first.
 *
 * Of the steps that become ready together, ports are asked in plan order, so that a replay asks in the same order. What
 * a port throws is thrown on: an outcome that belongs to the run is returned, not thrown.
 */
export async function drive(plan: Plan, state: RunState, ports: Ports): Promise<RunEnd> {
  if (!plan.triggers.includes(state.trigger.node)) throw unknownTrigger(state.trigger.node)
  const outcomes = new Map<StepPath, Outcome>(state.outcomes)
  const frontier = makeFrontier(plan, state.trigger.node)
  const position = new Map(plan.order.map((id, index) => [id, index]))
  const placeOf = ({ planned }: Ready) => position.get(planned.node.id) ?? 0
  let hasEnded = false

  function settle({ planned }: Ready, outcome: Outcome): void {
    outcomes.set(planned.node.id, outcome)
    frontier.settle(planned.node.id, outcome)
    hasEnded ||= endsRun(planned, outcome)
  }

  function callOf({ planned }: Ready): StepCall {
    const scope = stepScopeOf(planned.reads, plan.nodes, outcomes)
    const now: RunState = { ...state, outcomes }
    return { path: planned.node.id, node: planned.node, scope, now: state.now, state: now }
  }

  /** Settles what needs no port and returns what does. */
  function compute(): readonly Ready[] {
    const waiting: Ready[] = []
    const entries: Entry[] = []
    for (let ready = frontier.take(); ready.length > 0 && !hasEnded; ready = frontier.take()) {
      for (const step of ready) {
        const { node } = step.planned
        const known = outcomes.get(node.id)
        const outcome = known ?? (step.isLive ? computeStep(node, () => callOf(step)) : skipped)
        if (!outcome) waiting.push(step)
        else settle(step, outcome)
        if (outcome && !known) entries.push({ path: node.id, node, outcome })
      }
    }
    if (entries.length > 0) ports.record(entries)
    return hasEnded ? [] : waiting.sort((left, right) => placeOf(left) - placeOf(right))
  }

  async function goOn(): Promise<void> {
    await Promise.all(compute().map(follow))
  }

  async function follow(step: Ready): Promise<void> {
    settle(step, await performStep(callOf(step), ports))
    await goOn()
  }

  await goOn()
  return runEndOf(plan, outcomes)
}

function unknownTrigger(id: string): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: `This version has no trigger "${id}" that is switched on. Choose one of its triggers.`,
  })
}
