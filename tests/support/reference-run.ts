import type { Outcome } from '@/lib/engine/contract'
import type { Body, Edge, WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import type { RandomWorkflow } from './random-workflow'

/** How a node ended: the exit it went out of, or that it was skipped or called off. */
export type Fact = {
  readonly exit: string | null
  readonly status: 'succeeded' | 'failed' | 'skipped' | 'cancelled'
}

type Graph = { readonly nodes: readonly WorkflowNode[]; readonly edges: readonly Edge[] }

/** How a step ends once it runs, by its path. */
type EndOf = (node: WorkflowNode) => Fact

/**
 * The rule of the graph, told a second time and in another way: facts are added until no more can be, looking at all
 * nodes again each time. No order, no counters, no plan. It knows nothing of failures that end a run.
 */
export function referenceRun(drawn: RandomWorkflow): ReadonlyMap<string, Fact> {
  return fixpoint(drawn.document, {
    startsWith: (node) => node.id === drawn.trigger && !node.disabled,
    endOf: (node) => endOf(node, drawn),
  })
}

type Rules = { startsWith(node: WorkflowNode): boolean; readonly endOf: EndOf }

function fixpoint(graph: Graph, rules: Rules): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  for (let before = -1; before !== facts.size; ) {
    before = facts.size
    for (const node of graph.nodes) {
      const fact = facts.has(node.id) ? undefined : factOf(graph, node, facts, rules)
      if (fact) facts.set(node.id, fact)
    }
  }
  return facts
}

/** What follows for a node from what is known of those before it, if anything does yet. */
function factOf(
  graph: Graph,
  node: WorkflowNode,
  facts: ReadonlyMap<string, Fact>,
  { startsWith, endOf }: Rules,
): Fact | undefined {
  const lines = graph.edges.filter(({ to }) => to === node.id)
  if (node.type.startsWith('trigger.'))
    return startsWith(node) ? { status: 'succeeded', exit: 'out' } : skipped
  if (lines.length === 0) return startsWith(node) ? endOf(node) : skipped
  const inputs = lines.map((line) => lineIs(graph, line, facts))
  if (inputs.includes('open')) return undefined
  return node.disabled || !inputs.includes('live') ? skipped : endOf(node)
}

/** A line out of a disabled node is as live as what leads into that node, if it is its `out`. */
function lineIs(
  graph: Graph,
  { from, exit }: Edge,
  facts: ReadonlyMap<string, Fact>,
): 'open' | 'live' | 'dead' {
  const source = graph.nodes.find(({ id }) => id === from)
  if (source?.disabled) {
    const through = graph.edges.filter(({ to }) => to === from).map((line) => lineIs(graph, line, facts))
    if (exit !== 'out') return 'dead'
    return through.includes('open') ? 'open' : through.includes('live') ? 'live' : 'dead'
  }
  const fact = facts.get(from)
  if (!fact) return 'open'
  return fact.exit === exit ? 'live' : 'dead'
}

function endOf(node: WorkflowNode, drawn: RandomWorkflow): Fact {
  const { input, outcomes } = drawn
  if (node.type === 'condition') return { status: 'succeeded', exit: input[node.id] ?? 'c' }
  if (node.type === 'set') return { status: 'succeeded', exit: 'out' }
  if (node.type === 'each') return loopEnd(node, eachFails(node, drawn))
  if (node.type === 'repeat') return loopEnd(node, repeatFails(node, drawn))
  return asFact(node, outcomes.get(node.id))
}

function loopEnd(node: WorkflowNode, fails: boolean): Fact {
  return fails ? failed(node) : { status: 'succeeded', exit: 'out' }
}

function eachFails({ id, config }: Extract<WorkflowNode, { type: 'each' }>, drawn: RandomWorkflow): boolean {
  const count = 'value' in config.items && Array.isArray(config.items.value) ? config.items.value.length : 0
  const items = Array.from({ length: count }, (_, index) => itemFails(config.body, `${id}[${index}]`, drawn))
  return config.onError === 'stop' && items.includes(true)
}

/** It is over in the round whose number the condition names; so many rounds are allowed. */
function repeatFails(
  { id, config }: Extract<WorkflowNode, { type: 'repeat' }>,
  drawn: RandomWorkflow,
): boolean {
  const wanted = 'cel' in config.until ? Number(config.until.cel.split('== ')[1]) : 0
  for (let round = 0; round < config.cap; round++) {
    if (itemFails(config.body, `${id}[${round}]`, drawn)) return true
    if (round === wanted) return false
  }
  return true
}

/** An item has failed when any of its steps failed and nothing was provided for that. */
function itemFails(body: Body, path: string, drawn: RandomWorkflow): boolean {
  const facts = fixpoint(body, {
    startsWith: () => true,
    endOf: (node) => asFact(node, drawn.outcomes.get(`${path}.${node.id}`)),
  })
  return [...facts.values()].some(({ status, exit }) => status === 'failed' && exit === null)
}

function asFact(node: WorkflowNode, outcome: Outcome | undefined): Fact {
  return outcome?.status === 'succeeded' ? { status: 'succeeded', exit: outcome.exit } : failed(node)
}

function failed({ settings }: WorkflowNode): Fact {
  const onError = settings?.onError
  return { status: 'failed', exit: onError === 'exit' ? 'error' : onError === 'continue' ? 'out' : null }
}

const skipped: Fact = { status: 'skipped', exit: null }

/**
 * What is wrong with the facts of a run that had to choose which branch came first: for each node, its fact has to
 * follow from the facts before it and from what was chosen. Looks at every node by itself; knows no order.
 */
export function contradictions(
  drawn: RandomWorkflow,
  facts: ReadonlyMap<string, Fact>,
  winners: ReadonlyMap<string, string>,
): readonly string[] {
  const { document } = drawn
  const rules: Rules = {
    startsWith: (node) => node.id === drawn.trigger,
    endOf: (node) => endOf(node, drawn),
  }
  const ran = (id: string) => !['skipped', 'cancelled'].includes(facts.get(id)?.status ?? 'skipped')
  const joins = document.nodes.filter((node) => joinsFirst(document, node))
  return document.nodes.flatMap((node) => {
    const fact = facts.get(node.id)
    const isCalledOff = joins.some((join) => ran(join.id) && isRival(document, node.id, join.id))
    if (!fact) return [`${node.id} has no end`]
    const isFree = isCalledOff && (fact.status === 'cancelled' || fact.status === 'skipped')
    if (fact.status === 'cancelled' && !isCalledOff) return [`${node.id} was called off by nobody`]
    if (isFree) return []
    if (joins.includes(node)) return joinProblems(document, node, facts, winners, rules)
    const wanted = factOf(document, node, facts, rules)
    return wanted?.status === fact.status && wanted.exit === fact.exit
      ? []
      : [`${node.id} is ${fact.status} ${fact.exit} and should be ${wanted?.status} ${wanted?.exit}`]
  })
}

function joinsFirst({ edges }: WorkflowDocument, { id, settings, type }: WorkflowNode): boolean {
  const sources = new Set(edges.filter(({ to }) => to === id).map(({ from, exit }) => `${from} ${exit}`))
  return settings?.join === 'first' && sources.size > 1 && !type.startsWith('trigger.')
}

function joinProblems(
  document: WorkflowDocument,
  node: WorkflowNode,
  facts: ReadonlyMap<string, Fact>,
  winners: ReadonlyMap<string, string>,
  { endOf }: Rules,
): readonly string[] {
  const fact = facts.get(node.id)
  const winner = winners.get(node.id)
  const lines = document.edges.filter(({ to }) => to === node.id)
  const live = lines.filter(({ from, exit }) => facts.get(from)?.exit === exit)
  if (live.length === 0) return fact?.status === 'skipped' ? [] : [`${node.id} ran without an input`]
  if (!live.some(({ from }) => from === winner))
    return [`${node.id} went on with ${winner}, which did not come`]
  const wanted = endOf(node)
  return wanted.status === fact?.status && wanted.exit === fact.exit ? [] : [`${node.id} ended wrongly`]
}

/** Does every way on from this node lead through the join? */
function isRival(document: WorkflowDocument, id: string, join: string): boolean {
  if (id === join) return false
  const onward = document.edges.filter(({ from }) => from === id)
  return onward.length > 0 && onward.every(({ to }) => to === join || isRival(document, to, join))
}
