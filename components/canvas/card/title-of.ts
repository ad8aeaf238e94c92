import { getAction, getConnector } from '@/lib/connectors'
import type { Effect } from '@/lib/connectors/contract'
import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'

/** A node's name as people see it: their own, else what it does. */
export function titleOf(node: WorkflowNode): string {
  if (node.name) return node.name
  if (node.type === 'action') return getAction(node.action)?.title ?? node.action
  return kindOf(node).title
}

/** What kind of thing it is: the product and the action, or the type. */
export function kindTitleOf(node: WorkflowNode): string {
  if (node.type !== 'action') return kindOf(node).title
  const product = getConnector(node.action)?.title
  const action = getAction(node.action)?.title
  return product && action ? `${product}: ${action}` : node.action
}

/** The strongest effect of a node: its action's, or of the tools its agent may call. */
export function effectOf(node: WorkflowNode): Effect | null {
  if (node.type === 'action') return getAction(node.action)?.effect ?? null
  if (node.type !== 'agent') return null
  const effects = node.config.tools.map((tool) => getAction(tool.action)?.effect)
  return strengths.find((effect) => effects.includes(effect)) ?? null
}

const strengths = ['irreversible', 'write', 'read'] as const
