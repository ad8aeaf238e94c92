import { getAction } from '@/lib/connectors/index'
import type { Json } from '@/lib/core/json'
import type { Plan } from '@/lib/engine/contract'
import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import type { Execution } from './execution'

/** A step as it is first mentioned. */
export type StepIdentity = {
  readonly path: string
  readonly parent: string | null
  readonly nodeId: string
  readonly type: string
  readonly title: string
  readonly action: string | null
  readonly position: number
}

/** Room between two nodes of a run for the turns and calls of an agent. */
const childrenPerNode = 10_000

const places = new WeakMap<Plan, ReadonlyMap<string, number>>()

/** Each node's place in the order, counted from 1: found once for a plan, not once for each of its steps. */
function placesOf(plan: Plan): ReadonlyMap<string, number> {
  const known = places.get(plan)
  if (known) return known
  const made = new Map(plan.order.map((id, index) => [id, index + 1]))
  places.set(plan, made)
  return made
}

export function stepOfNode(execution: Pick<Execution, 'plan' | 'item'>, node: WorkflowNode): StepIdentity {
  const action = node.type === 'action' ? node.action : null
  return {
    path: pathOfNode(execution, node.id),
    parent: execution.item,
    nodeId: node.id,
    type: node.type,
    title: titleOf(node),
    action,
    position: (placesOf(execution.plan).get(node.id) ?? 0) * childrenPerNode,
  }
}

/** Where a node's step stands in the run. */
export function pathOfNode({ item }: Pick<Execution, 'item'>, id: string): string {
  return item === null ? id : `${item}.${id}`
}

export function titleOf(node: WorkflowNode): string {
  const given = node.name?.trim()
  if (given) return given
  return (node.type === 'action' ? getAction(node.action)?.title : undefined) ?? kindOf(node).title
}

export function stepColumns(execution: Execution, step: StepIdentity, input?: Json) {
  return { ...execution.scope, ...step, ...(input === undefined ? {} : { input }) }
}
