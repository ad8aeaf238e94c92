import { HandrailError } from '../core/errors'
import type { WorkflowDocument, WorkflowNode } from '../workflow/document'
import { kindOf } from '../workflow/nodes/node-kinds'
import { referencesOf } from '../workflow/references'
import { nameOf } from '../workflow/step-scope'
import type { Plan, PlannedNode } from './contract'

type Draft = { node: WorkflowNode; inputs: Edge[]; outputs: Edge[] }
type Edge = { readonly from: string; readonly exit: string; readonly to: string }

/**
 * Makes a document ready to run. It expects one that has been checked: it throws `invalid_document` on a cycle, and
 * leaves out notes and edges that lead nowhere.
 *
 * 1. Index the nodes that run and the edges between them, each edge once.
 * 2. Lead around disabled nodes: what enters one goes on to where its `out` leads.
 * 3. Put the nodes in order (a node after all that lead to it; among equals, the order of the document).
 * 4. Note for each node which earlier steps its fields mention.
 */
export function planRun(document: WorkflowDocument): Plan {
  const drafts = new Map<string, Draft>()
  for (const node of document.nodes) {
    if (kindOf(node).runs) drafts.set(node.id, { node, inputs: [], outputs: [] })
  }
  for (const edge of document.edges) connect(drafts, edge)
  const order = topologicalOrder(drafts)
  for (const id of order) leadAround(drafts, id)
  const ancestors = ancestorsOf(drafts, order)
  const nodes = new Map<string, PlannedNode>()
  for (const id of order) {
    const draft = drafts.get(id)
    if (!draft) continue
    const before = ancestors.get(id)
    const mentioned = new Set(referencesOf(draft.node).map(({ from }) => from))
    const reads = [...mentioned].filter((from) => before?.has(from))
    nodes.set(id, { ...draft, reads, isPassedOver: draft.node.disabled === true })
  }
  const triggers = order.filter((id) => isLiveTrigger(drafts.get(id)?.node))
  return { nodes, order, triggers }
}

function isLiveTrigger(node: WorkflowNode | undefined): boolean {
  return node !== undefined && kindOf(node).isTrigger && node.disabled !== true
}

function connect(drafts: Map<string, Draft>, edge: Edge): void {
  const from = drafts.get(edge.from)
  const to = drafts.get(edge.to)
  if (!from || !to) return
  if (from.outputs.some((other) => other.exit === edge.exit && other.to === edge.to)) return
  from.outputs.push(edge)
  to.inputs.push(edge)
}

/** A disabled trigger stays what it is, one that nothing starts; any other disabled node is passed over. */
function leadAround(drafts: Map<string, Draft>, id: string): void {
  const draft = drafts.get(id)
  if (draft?.node.disabled !== true || kindOf(draft.node).isTrigger) return
  const onward = draft.outputs.filter(({ exit }) => exit === 'out')
  for (const { to } of draft.outputs) {
    const target = drafts.get(to)
    if (target) target.inputs = target.inputs.filter(({ from }) => from !== id)
  }
  draft.outputs = []
  for (const input of draft.inputs) {
    for (const { to } of onward) connect(drafts, { from: input.from, exit: input.exit, to })
  }
}

function topologicalOrder(drafts: ReadonlyMap<string, Draft>): readonly string[] {
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
  if (order.length === drafts.size) return order
  const stuck = [...drafts.values()].find(({ node }) => !order.includes(node.id))
  throw new HandrailError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `The workflow goes in a circle at "${stuck ? nameOf(stuck.node) : ''}". Remove one of the lines of the circle.`,
  })
}

/** For each node, all that stand before it. */
function ancestorsOf(
  drafts: ReadonlyMap<string, Draft>,
  order: readonly string[],
): ReadonlyMap<string, Ancestors> {
  const position = new Map(order.map((id, index) => [id, index]))
  const rows = new Map<string, Uint32Array>()
  const words = Math.ceil(order.length / 32)
  for (const id of order) {
    const row = new Uint32Array(words)
    for (const { from } of drafts.get(id)?.inputs ?? []) {
      const index = position.get(from) ?? 0
      const before = rows.get(from)
      for (let word = 0; word < words; word++) row[word] = (row[word] ?? 0) | (before?.[word] ?? 0)
      row[index >> 5] = (row[index >> 5] ?? 0) | (1 << (index & 31))
    }
    rows.set(id, row)
  }
  const setOf = (row: Uint32Array): Ancestors => ({
    has: (id) => {
      const index = position.get(id)
      return index !== undefined && ((row[index >> 5] ?? 0) & (1 << (index & 31))) !== 0
    },
  })
  return new Map([...rows].map(([id, row]) => [id, setOf(row)]))
}

type Ancestors = { has(id: string): boolean }
