import { HandrailError } from '@/lib/core/errors'
import type { Outcome, Plan, RunState, StepCall, StepPath } from '@/lib/engine/contract'
import { itemPath, itemState } from '@/lib/engine/drive-item'
import { openLoop } from '@/lib/engine/loop'
import { stepCallOf } from '@/lib/engine/step-call-of'
import { wayOf } from '@/lib/engine/step-path'
import type { Execution } from '../execution'
import { loadFacts } from '../load-facts'
import { storedItemEnd } from './stored-item'

/**
 * A loop of a run as it was when the run reached it, made out from stored facts alone: what it goes over, and what its
 * body may read. Follows the loops around it from the outside in.
 */
export async function findLoop(execution: Execution, root: RunState, path: StepPath): Promise<StepCall> {
  let plan: Plan = execution.plan
  let state = root
  for (const { id, index } of wayOf(path)) {
    const planned = plan.nodes.get(id)
    if (!planned) break
    const loop = stepCallOf(planned, plan, {
      ...state,
      outcomes: await outcomesOf(execution, state, planned.reads),
    })
    if (index === undefined) return loop
    const opened = openLoop(loop.node, loop)
    const before = index > 0 ? await storedItemEnd(execution, itemPath(loop.path, index - 1)) : undefined
    const last = before?.status === 'succeeded' ? before.output : undefined
    if (!planned.body) break
    plan = planned.body
    state = itemState({ loop, opened, index, last }, { outcomes: new Map() })
  }
  throw new HandrailError({
    code: 'not_found',
    who: 'us',
    retry: 'no',
    message: 'The loop of this run is not in its version. Run it again.',
    detail: path,
  })
}

async function outcomesOf(
  execution: Execution,
  { prefix = '' }: RunState,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outcome>> {
  const { facts } = await loadFacts(execution.scope, {
    partsOf: [],
    paths: ids.map((id) => `${prefix}${id}`),
  })
  return new Map(
    ids.flatMap((id) => {
      const fact = facts.get(`${prefix}${id}`)
      return fact ? [[id, fact.outcome]] : []
    }),
  )
}
