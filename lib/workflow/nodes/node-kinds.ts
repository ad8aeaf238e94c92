import type { NodeType, WorkflowNode } from '../document'
import { action } from './action'
import { agent } from './agent'
import { approval } from './approval'
import { condition } from './condition'
import type { NodeKind } from './node-kind'
import { note } from './note'
import { respond } from './respond'
import { set } from './set'
import { stop } from './stop'
import { triggerForm } from './trigger-form'
import { triggerSchedule } from './trigger-schedule'
import { triggerWebhook } from './trigger-webhook'
import { wait } from './wait'

const kinds: { readonly [Type in NodeType]: NodeKind<Type> } = {
  'trigger.form': triggerForm,
  'trigger.schedule': triggerSchedule,
  'trigger.webhook': triggerWebhook,
  action,
  agent,
  approval,
  condition,
  set,
  wait,
  respond,
  stop,
  note,
}

/** The facts of every type of node. The table above it pairs each type with its own kind. */
export const nodeKinds: Readonly<Record<NodeType, NodeKind>> = kinds

export function kindOf(node: WorkflowNode): NodeKind {
  return nodeKinds[node.type]
}
