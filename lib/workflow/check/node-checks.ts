import type { NodeOf, NodeType } from '../document'
import type { Issue } from '../issue'
import { checkAction } from './check-action'
import { checkAgent } from './check-agent'
import { checkApproval } from './check-approval'
import { checkCondition } from './check-condition'
import { checkFields } from './check-fields'
import { checkList } from './check-list'
import { checkEach, checkRepeat } from './check-loop'
import { checkRespond } from './check-respond'
import { checkSchedule } from './check-schedule'
import { checkTrigger } from './check-trigger'
import { checkWait } from './check-wait'
import { checkWebhook } from './check-webhook'
import { checkWorkflowCall } from './check-workflow-call'
import type { NodeCheck } from './context'

type CheckNode<Type extends NodeType = NodeType> = {
  check(node: NodeOf<Type>, check: NodeCheck): readonly Issue[]
}

const nothing = { check: () => [] }

const table: { readonly [Type in NodeType]: CheckNode<Type> } = {
  'trigger.form': {
    check: (node, check) => [
      ...checkTrigger(node, check),
      ...checkFields(node, 'config.fields', node.config.fields),
    ],
  },
  'trigger.schedule': { check: (node, check) => [...checkTrigger(node, check), ...checkSchedule(node)] },
  'trigger.webhook': { check: (node, check) => [...checkTrigger(node, check), ...checkWebhook(node)] },
  'trigger.workflow': {
    check: (node, check) => [
      ...checkTrigger(node, check),
      ...checkFields(node, 'config.fields', node.config.fields),
      ...checkFields(node, 'config.output', node.config.output ?? []),
    ],
  },
  action: { check: checkAction },
  agent: { check: checkAgent },
  approval: { check: checkApproval },
  condition: { check: checkCondition },
  set: { check: (node) => checkFields(node, 'config.fields', node.config.fields) },
  list: { check: checkList },
  each: { check: checkEach },
  repeat: { check: checkRepeat },
  workflow: { check: checkWorkflowCall },
  wait: { check: checkWait },
  respond: { check: checkRespond },
  stop: nothing,
  note: nothing,
}

/** What each type of node must have beside its shape. */
export const nodeChecks: Readonly<Record<NodeType, CheckNode>> = table
