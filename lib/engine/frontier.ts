import type { Outcome, Plan, PlannedNode } from './contract'

/** A step whose inputs have all settled: to be run, or to be skipped because none of them is live. */
export type Ready = { readonly planned: PlannedNode; readonly isLive: boolean }

/** A step that goes on with the first of its inputs, and one that has come in. */
export type Chance = { readonly planned: PlannedNode; readonly from: string }

/**
 * Where a run stands between what has settled and what has not. It holds the rule of the graph: **a step runs once all
 * its inputs have settled and at least one of them is live; otherwise it is skipped.** A step that joins `first` runs as
 * soon as the input that was chosen for it is live. Each edge is looked at once.
 */
export type Frontier = {
  /** Takes the steps that have become ready since it was last asked, in plan order. */
  take(): readonly Ready[]
  /** Takes the joins for which an input came in and none is chosen yet, each once. */
  chances(): readonly Chance[]
  /** Fixes the input that a `first` join goes on with. */
  choose(id: string, from: string): void
  /** Steps that have not settled and never need to: a join that they alone lead to went on without them. */
  calledOff(): readonly string[]
  settle(id: string, outcome: Outcome): void
}

type Counts = { left: number; isLive: boolean; readonly came: string[] }

export function makeFrontier(plan: Plan, startedBy: string): Frontier {
  const open = new Map<string, Counts>()
  const settled = new Set<string>()
  const offered = new Set<string>()
  const asked = new Set<string>()
  const chosen = new Map<string, string>()
  const gone: PlannedNode[] = []
  let ready: Ready[] = []
  let undecided: string[] = []
  for (const [id, planned] of plan.nodes) {
    const starts = plan.loop === null ? id === startedBy : planned.inputs.length === 0
    open.set(id, { left: planned.inputs.length, isLive: starts && !planned.isPassedOver, came: [] })
  }
  for (const id of plan.order) offer(id)

  function offer(id: string): void {
    const planned = plan.nodes.get(id)
    const counts = open.get(id)
    if (!planned || !counts || settled.has(id) || offered.has(id)) return
    const isFirst = planned.joinsFirst && counts.came.length > 0
    if (isFirst && !chosen.has(id)) undecided.push(id)
    const mayGoOn = isFirst ? counts.came.includes(chosen.get(id) ?? '') : counts.left === 0
    if (!mayGoOn) return
    offered.add(id)
    const isLive = counts.isLive && !planned.isPassedOver
    ready.push({ planned, isLive })
    if (isLive && planned.rivals.length > 0) gone.push(planned)
  }

  return {
    take() {
      const taken = ready.filter(({ planned }) => !settled.has(planned.node.id))
      ready = []
      return taken
    },
    chances() {
      const fresh = new Set(undecided.filter((id) => !chosen.has(id) && !settled.has(id) && !asked.has(id)))
      undecided = []
      return [...fresh].flatMap((id) => {
        asked.add(id)
        const planned = plan.nodes.get(id)
        const from = open.get(id)?.came[0]
        return planned && from !== undefined ? [{ planned, from }] : []
      })
    },
    choose(id, from) {
      chosen.set(id, from)
      offer(id)
    },
    calledOff: () => [...new Set(gone.flatMap(({ rivals }) => rivals))].filter((id) => !settled.has(id)),
    settle(id, outcome) {
      const planned = plan.nodes.get(id)
      if (!planned || settled.has(id)) return
      settled.add(id)
      if (outcome.status !== 'skipped' && outcome.status !== 'cancelled' && planned.joinsFirst)
        gone.push(planned)
      const live = liveExitOf(planned, outcome)
      for (const { exit, to } of planned.outputs) {
        const counts = open.get(to)
        if (!counts) continue
        counts.left -= 1
        if (exit === live) {
          counts.isLive = true
          counts.came.push(id)
        }
        offer(to)
      }
    },
  }
}

/** The exit that an ended step went out of. A failure goes where the node's settings send it, else nowhere. */
export function liveExitOf({ node }: PlannedNode, outcome: Outcome): string | undefined {
  if (outcome.status === 'succeeded') return outcome.exit
  if (outcome.status !== 'failed') return undefined
  return failureExits[node.settings?.onError ?? 'stop']
}

const failureExits = { stop: undefined, ask: undefined, continue: 'out', exit: 'error' } as const
