import type { Edge } from '@/lib/workflow/document'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'

const indexes = new WeakMap<RunView, ReadonlyMap<string, StepView>>()

/** A run's steps by node id: the last that was started, where a node ran more than once. */
export function stepOf(run: RunView | null, node: string): StepView | undefined {
  if (!run) return undefined
  let index = indexes.get(run)
  if (!index) {
    index = new Map(run.steps.filter((step) => step.parent === null).map((step) => [step.node, step]))
    indexes.set(run, index)
  }
  return index.get(node)
}

export type EdgeLook = 'plain' | 'taken' | 'coming' | 'faded'

/** How a line looks over a run: taken, still to come, or not taken. */
export function edgeLook(run: RunView | null, edge: Pick<Edge, 'from' | 'exit'>): EdgeLook {
  if (!run) return 'plain'
  const step = stepOf(run, edge.from)
  if (!step) return isEnded(run) || run.trigger === edge.from ? lookOfTrigger(run, edge) : 'coming'
  if (step.exit !== null) return step.exit === edge.exit ? 'taken' : 'faded'
  return step.status === 'skipped' || step.status === 'failed' || isEnded(run) ? 'faded' : 'coming'
}

function lookOfTrigger(run: RunView, edge: Pick<Edge, 'from'>): EdgeLook {
  return run.trigger === edge.from ? 'taken' : 'faded'
}

export function isEnded(run: RunView): boolean {
  return run.status === 'succeeded' || run.status === 'failed' || run.status === 'cancelled'
}
