import type { Outcome, Plan, PlannedNode } from './contract'

/** A step whose inputs have all settled: to be run, or to be skipped because none of them is live. */
export type Ready = { readonly planned: PlannedNode; readonly isLive: boolean }

/**
 * Where a run stands between what has settled and what has not. It holds the rule of the graph: **a step runs once all
 * its inputs have settled and at least one of them is live; otherwise it is skipped.** Each edge is looked at once.
 */
export type Frontier = {
  /** Takes the steps that have become ready since it was last asked, in plan order. */
  take(): readonly Ready[]
  settle(id: string, outcome: Outcome): void
}

export function makeFrontier(plan: Plan, startedBy: string): Frontier {
  const open = new Map<string, { left: number; isLive: boolean }>()
  const settled = new Set<string>()
  let ready: { planned: PlannedNode; isLive: boolean }[] = []
  for (const [id, planned] of plan.nodes) {
    open.set(id, { left: planned.inputs.length, isLive: id === startedBy && !planned.isPassedOver })
  }
  for (const id of plan.order) offer(id)

  function offer(id: string): void {
    const planned = plan.nodes.get(id)
    const counts = open.get(id)
    if (!planned || !counts || counts.left > 0 || settled.has(id)) return
    ready.push({ planned, isLive: counts.isLive && !planned.isPassedOver })
  }

  return {
    take() {
      const taken = ready.filter(({ planned }) => !settled.has(planned.node.id))
      ready = []
      return taken
    },
    settle(id, outcome) {
      const planned = plan.nodes.get(id)
      if (!planned || settled.has(id)) return
      settled.add(id)
      const live = liveExitOf(planned, outcome)
      for (const { exit, to } of planned.outputs) {
        const counts = open.get(to)
        if (!counts) continue
        counts.left -= 1
        if (exit === live) counts.isLive = true
        offer(to)
      }
    },
  }
}

/** The exit that an ended step went out of. A failure goes where the node's settings send it, else nowhere. */
export function liveExitOf({ node }: PlannedNode, outcome: Outcome): string | undefined {
  if (outcome.status === 'succeeded') return outcome.exit
  if (outcome.status === 'skipped') return undefined
  return failureExits[node.settings?.onError ?? 'stop']
}

const failureExits = { stop: undefined, ask: undefined, continue: 'out', exit: 'error' } as const
