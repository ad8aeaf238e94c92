import type { Json } from '../core/json'
import type { Outcome, Plan, PlannedNode, RunEnd, RunState, StepError } from './contract'
import { liveExitOf } from './frontier'
import { handlers } from './handlers'

type Ending = {
  readonly status: 'succeeded' | 'failed'
  readonly error?: StepError & { readonly path?: string }
}

type Facts = Pick<RunState, 'outcomes' | 'prefix'>

/** Does this outcome end the run, so that nothing new is started? */
export function endsRun(planned: PlannedNode, outcome: Outcome): boolean {
  if (outcome.status === 'failed') return liveExitOf(planned, outcome) === undefined
  return outcome.status === 'succeeded' && handlers[planned.node.type].ends !== undefined
}

/** Did a stop end it? */
export function hasStopped(plan: Plan, outcomes: RunState['outcomes']): boolean {
  return [...plan.nodes.values()].some(
    ({ node }) => handlers[node.type].ends !== undefined && outcomes.get(node.id)?.status === 'succeeded',
  )
}

/** How the run stands by its recorded facts: the first failure in plan order wins, then a stop that failed it. */
export function endingOf(plan: Plan, { outcomes, prefix = '' }: Facts): Ending {
  let stopped: Ending | undefined
  for (const id of plan.order) {
    const planned = plan.nodes.get(id)
    const outcome = outcomes.get(id)
    if (!planned || !outcome || !endsRun(planned, outcome)) continue
    if (outcome.status === 'failed')
      return { status: 'failed', error: { ...outcome.error, path: `${prefix}${id}` } }
    if (outcome.status !== 'succeeded') continue
    const ending = handlers[planned.node.type].ends?.(planned.node, outcome)
    if (stopped?.status !== 'failed' && ending)
      stopped = ending.status === 'failed' ? ending : (stopped ?? ending)
  }
  return stopped ?? { status: 'succeeded' }
}

export function runEndOf(plan: Plan, facts: Facts): RunEnd {
  const { outcomes } = facts
  return { ...endingOf(plan, facts), output: outputOf(plan, outcomes), outcomes }
}

function outputOf(plan: Plan, outcomes: RunState['outcomes']): Json {
  const last: [string, Json][] = []
  for (const id of plan.order) {
    const planned = plan.nodes.get(id)
    const outcome = outcomes.get(id)
    if (!planned || outcome?.status !== 'succeeded') continue
    if (endsRun(planned, outcome)) return outcome.output
    if (!planned.outputs.some(({ exit }) => exit === outcome.exit)) last.push([id, outcome.output])
  }
  const [only] = last
  if (!only) return null
  return last.length === 1 ? only[1] : Object.fromEntries(last)
}
