import type { Outcome } from '@/lib/engine/contract'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import type { RandomWorkflow } from './random-workflow'

/** How a node ended: the exit it went out of, or that it was skipped. */
export type Fact = { readonly exit: string | null; readonly status: 'succeeded' | 'failed' | 'skipped' }

/**
 * The rule of the graph, told a second time and in another way: facts are added until no more can be, looking at all
 * nodes again each time. No order, no counters, no plan. It knows nothing of failures that end a run.
 */
export function referenceRun({
  document,
  outcomes,
  trigger,
  input,
}: RandomWorkflow): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  for (let before = -1; before !== facts.size; ) {
    before = facts.size
    for (const node of document.nodes) {
      if (facts.has(node.id)) continue
      const fact = factOf(node)
      if (fact) facts.set(node.id, fact)
    }
  }
  return facts

  function factOf(node: WorkflowNode): Fact | undefined {
    if (node.type.startsWith('trigger.')) {
      const isStarted = node.id === trigger && !node.disabled
      return isStarted ? { status: 'succeeded', exit: 'out' } : skipped
    }
    const inputs = document.edges.filter(({ to }) => to === node.id).map(lineIs)
    if (inputs.includes('open')) return undefined
    if (node.disabled || !inputs.includes('live')) return skipped
    return endOf(node)
  }

  /** A line out of a disabled node is as live as what leads into that node, if it is its `out`. */
  function lineIs({ from, exit }: WorkflowDocument['edges'][number]): 'open' | 'live' | 'dead' {
    const source = document.nodes.find(({ id }) => id === from)
    if (source?.disabled) {
      const through = document.edges.filter(({ to }) => to === from).map(lineIs)
      if (exit !== 'out') return 'dead'
      return through.includes('open') ? 'open' : through.includes('live') ? 'live' : 'dead'
    }
    const fact = facts.get(from)
    if (!fact) return 'open'
    return fact.exit === exit ? 'live' : 'dead'
  }

  function endOf(node: WorkflowNode): Fact {
    if (node.type === 'condition') return { status: 'succeeded', exit: input[node.id] ?? 'c' }
    if (node.type === 'set') return { status: 'succeeded', exit: 'out' }
    const outcome: Outcome | undefined = outcomes.get(node.id)
    if (outcome?.status === 'succeeded') return { status: 'succeeded', exit: outcome.exit }
    const onError = node.settings?.onError
    return { status: 'failed', exit: onError === 'exit' ? 'error' : onError === 'continue' ? 'out' : null }
  }
}

const skipped: Fact = { status: 'skipped', exit: null }
