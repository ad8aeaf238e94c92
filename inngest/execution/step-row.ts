import { getAction } from '@/lib/connectors/index'
import type { Json } from '@/lib/core/json'
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

export function stepOfNode(execution: Pick<Execution, 'plan'>, node: WorkflowNode): StepIdentity {
  const action = node.type === 'action' ? node.action : null
  return {
    path: node.id,
    parent: null,
    nodeId: node.id,
    type: node.type,
    title: titleOf(node),
    action,
    position: (execution.plan.order.indexOf(node.id) + 1) * childrenPerNode,
  }
}

export function titleOf(node: WorkflowNode): string {
  const given = node.name?.trim()
  if (given) return given
  return (node.type === 'action' ? getAction(node.action)?.title : undefined) ?? kindOf(node).title
}

export function stepColumns(execution: Execution, step: StepIdentity, input?: Json) {
  return { ...execution.scope, ...step, ...(input === undefined ? {} : { input }) }
}
