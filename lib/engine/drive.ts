import { HandrailError } from '../core/errors'
import type { Choice, Outcome, Plan, PlannedNode, Ports, RunEnd, RunState, StepCall } from './contract'
import { type Chance, makeFrontier, type Ready } from './frontier'
import { computeStep, performStep } from './perform-step'
import { endsRun, runEndOf } from './run-end'
import { stepCallOf } from './step-call-of'

type Entry = Parameters<Ports['record']>[0][number]

const skipped: Outcome = { status: 'skipped' }

/**
 * Carries a run, or one item of a loop, from the given facts to its end: the one loop over the rule of the graph.
 *
 * 1. Compute all ready steps that touch no port, until none is left; note them in one `record`.
 * 2. Perform the ready steps that touch a port, and record which branch came first where one did, all at once.
 * 3. Whenever one of them has ended, again: a branch goes on while another one waits. Until nothing is ready, a step has
 *    failed for good or a stop was reached. What is in flight settles first; what was called off is not waited for.
 *
 * Of the steps that become ready together, ports are asked in plan order, so that a replay asks in the same order. What
 * a port throws is thrown on: an outcome that belongs to the run is returned, not thrown.
 */
export async function drive(plan: Plan, state: RunState, ports: Ports): Promise<RunEnd> {
  if (plan.loop === null && !plan.triggers.includes(state.trigger.node))
    throw unknownTrigger(state.trigger.node)
  const outcomes = new Map<string, Outcome>(state.outcomes)
  const frontier = makeFrontier(plan, state.trigger.node)
  for (const [id, from] of state.winners ?? []) frontier.choose(id, from)
  const position = new Map(plan.order.map((id, index) => [id, index]))
  const placeOf = ({ planned }: Ready | Chance) => position.get(planned.node.id) ?? 0
  const pathOf = (id: string) => `${state.prefix ?? ''}${id}`
  /** Asked of a port and not answered, without what was called off meanwhile. */
  const inFlight = new Set<string>()
  /** How steps ended that were under way when another branch came first. */
  const overtaken = new Map<string, Outcome>()
  let hasEnded = false

  function settle(planned: PlannedNode, outcome: Outcome): void {
    outcomes.set(planned.node.id, outcome)
    frontier.settle(planned.node.id, outcome)
    hasEnded ||= endsRun(planned, outcome)
  }

  function callOf({ planned }: Ready): StepCall {
    return stepCallOf(planned, plan, { ...state, outcomes })
  }

  /** Settles what needs no port and returns what does. */
  function compute(): readonly Ready[] {
    const waiting: Ready[] = []
    const entries: Entry[] = []
    for (let ready = frontier.take(); ready.length > 0 && !hasEnded; ready = frontier.take()) {
      entries.push(...callOff())
      for (const step of ready) {
        const { node } = step.planned
        const known = outcomes.get(node.id)
        const outcome = known ?? (step.isLive ? computeStep(node, () => callOf(step)) : skipped)
        if (!outcome) waiting.push(step)
        else settle(step.planned, outcome)
        if (outcome && !known) entries.push({ path: pathOf(node.id), node, outcome })
      }
    }
    entries.push(...callOff())
    if (entries.length > 0) ports.record(entries)
    return hasEnded ? [] : waiting.filter(({ planned }) => !outcomes.has(planned.node.id))
  }

  /** Ends the steps of branches that came too late. */
  function callOff(): readonly Entry[] {
    return frontier.calledOff().flatMap((id): readonly Entry[] => {
      const planned = plan.nodes.get(id)
      if (!planned) return []
      inFlight.delete(id)
      const known = overtaken.get(id) ?? outcomes.get(id)
      const outcome = known ?? skipped
      settle(planned, outcome)
      return known ? [] : [{ path: pathOf(id), node: planned.node, outcome }]
    })
  }

  function choiceOf({ planned, from }: Chance): Choice {
    const underWay = planned.rivals.filter((id) => inFlight.has(id))
    return { path: pathOf(planned.node.id), node: planned.node, from, underWay }
  }

  return new Promise((resolve, reject) => {
    /** Asks a port. An answer that comes after the step was called off changes nothing. */
    function ask<Answer>(id: string, answer: Promise<Answer>, take: (answer: Answer) => void): void {
      inFlight.add(id)
      answer.then(
        (given) => {
          if (!inFlight.delete(id)) return
          take(given)
          goOn()
        },
        (error: unknown) => {
          if (inFlight.has(id)) reject(error)
        },
      )
    }

    function goOn(): void {
      try {
        const steps = compute().map((step) => ({ place: placeOf(step), begin: () => begin(step) }))
        const chances = hasEnded ? [] : frontier.chances()
        const choices = chances.map((chance) => ({ place: placeOf(chance), begin: () => choose(chance) }))
        for (const each of [...steps, ...choices].sort((one, other) => one.place - other.place)) each.begin()
        if (inFlight.size === 0) resolve(runEndOf(plan, { ...state, outcomes }))
      } catch (error) {
        reject(error)
      }
    }

    function begin(step: Ready): void {
      ask(step.planned.node.id, performStep(callOf(step), ports), (outcome) => settle(step.planned, outcome))
    }

    function choose(chance: Chance): void {
      const { id } = chance.planned.node
      ask(id, ports.choose(choiceOf(chance)), ({ from, ended }) => {
        for (const [rival, outcome] of ended) overtaken.set(rival, outcome)
        frontier.choose(id, from)
      })
    }

    goOn()
  })
}

function unknownTrigger(id: string): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: `This version has no trigger "${id}" that is switched on. Choose one of its triggers.`,
  })
}
