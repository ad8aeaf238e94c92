import type { NodeType, WorkflowNode } from '../document'
import { action } from './action'
import { agent } from './agent'
import { approval } from './approval'
import { condition } from './condition'
import { each } from './each'
import { list } from './list'
import type { NodeKind } from './node-kind'
import { note } from './note'
import { repeat } from './repeat'
import { respond } from './respond'
import { set } from './set'
import { stop } from './stop'
import { triggerForm } from './trigger-form'
import { triggerSchedule } from './trigger-schedule'
import { triggerWebhook } from './trigger-webhook'
import { triggerWorkflow } from './trigger-workflow'
import { wait } from './wait'
import { workflow } from './workflow'

const kinds: { readonly [Type in NodeType]: NodeKind<Type> } = {
  'trigger.form': triggerForm,
  'trigger.schedule': triggerSchedule,
  'trigger.webhook': triggerWebhook,
  'trigger.workflow': triggerWorkflow,
  action,
  agent,
  approval,
  condition,
  set,
  list,
  each,
  repeat,
  workflow,
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
