import type { Edge, WorkflowNode } from './document'
import { exitsOf } from './nodes/exits-of'
import { kindOf } from './nodes/node-kinds'

export type GraphNode = {
  readonly node: WorkflowNode
  readonly inputs: readonly Edge[]
  readonly outputs: readonly Edge[]
  /** Disabled, and led around: nothing leads out of it, and what led through it goes on without it. */
  readonly isPassedOver: boolean
}

/** A document's nodes that run and the edges between them, as a run follows them. */
export type Graph = {
  readonly nodes: ReadonlyMap<string, GraphNode>
  /** Every node after all that lead to it; among equals, the order of the document. Without those in `stuck`. */
  readonly order: readonly string[]
  /** The triggers that are switched on. */
  readonly triggers: readonly string[]
  /** The nodes that stand in a circle or behind one; empty in a workflow that can run. */
  readonly stuck: readonly string[]
}

type Draft = { node: WorkflowNode; inputs: Edge[]; outputs: Edge[]; isPassedOver: boolean }

/**
 * 1. Index the nodes that run and the edges between them, each edge once. Edges that lead nowhere, out of an exit that
 *    is not there or into a trigger are left out.
 * 2. Put the nodes in order.
 * 3. Lead around disabled nodes: what enters one goes on to where its `out` leads. A disabled node without an `out`
 *    (a condition, an approval) lets nothing through: a gate that is switched off stays shut.
 */
export function makeGraph(document: {
  readonly nodes: readonly WorkflowNode[]
  readonly edges: readonly Edge[]
}): Graph {
  const drafts = new Map<string, Draft>()
  for (const node of document.nodes) {
    const { runs, isTrigger } = kindOf(node)
    const isPassedOver = node.disabled === true && !isTrigger
    if (runs) drafts.set(node.id, { node, inputs: [], outputs: [], isPassedOver })
  }
  const seen = new Set<string>()
  const exits = new Map<string, ReadonlySet<string>>()
  for (const [id, { node }] of drafts) exits.set(id, new Set(exitsOf(node).map(({ exit }) => exit)))
  for (const edge of document.edges) {
    const target = drafts.get(edge.to)
    if (!target || kindOf(target.node).isTrigger || !exits.get(edge.from)?.has(edge.exit)) continue
    connect(drafts, seen, edge)
  }
  const order = orderOf(drafts)
  const ordered = new Set(order)
  for (const id of order) leadAround(drafts, seen, id)
  return {
    nodes: drafts,
    order,
    triggers: order.filter((id) => isLiveTrigger(drafts.get(id)?.node)),
    stuck: [...drafts.keys()].filter((id) => !ordered.has(id)),
  }
}

function isLiveTrigger(node: WorkflowNode | undefined): boolean {
  return node !== undefined && kindOf(node).isTrigger && node.disabled !== true
}

function connect(drafts: ReadonlyMap<string, Draft>, seen: Set<string>, edge: Edge): void {
  const from = drafts.get(edge.from)
  const to = drafts.get(edge.to)
  const key = `${edge.from} ${edge.exit} ${edge.to}`
  if (!from || !to || seen.has(key)) return
  seen.add(key)
  from.outputs.push(edge)
  to.inputs.push(edge)
}

function leadAround(drafts: ReadonlyMap<string, Draft>, seen: Set<string>, id: string): void {
  const draft = drafts.get(id)
  if (!draft?.isPassedOver) return
  for (const { to } of draft.outputs) {
    const target = drafts.get(to)
    if (target) target.inputs = target.inputs.filter(({ from }) => from !== id)
  }
  const onward = draft.outputs.filter(({ exit }) => exit === 'out')
  draft.outputs = []
  for (const input of draft.inputs) {
    for (const { to } of onward) connect(drafts, seen, { from: input.from, exit: input.exit, to })
  }
}

function orderOf(drafts: ReadonlyMap<string, Draft>): readonly string[] {
  const waiting = new Map<string, number>()
  for (const [id, { inputs }] of drafts) waiting.set(id, inputs.length)
  const order = [...drafts.keys()].filter((id) => waiting.get(id) === 0)
  for (let index = 0; index < order.length; index++) {
    for (const { to } of drafts.get(order[index] ?? '')?.outputs ?? []) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) order.push(to)
    }
  }
  return order
}
