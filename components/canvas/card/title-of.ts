import { getAction, getConnector } from '@/lib/connectors'
import type { Effect } from '@/lib/connectors/contract'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
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

/** What a screen reader says of a card: its name, its kind, and where it leads. */
export function spokenLabel(node: WorkflowNode, document: WorkflowDocument, problems: number): string {
  const names = new Map(document.nodes.map((each) => [each.id, titleOf(each)]))
  const leads = document.edges.filter((edge) => edge.from === node.id).map((edge) => names.get(edge.to))
  const title = titleOf(node)
  const kind = kindTitleOf(node)
  return [
    kind === title ? title : `${title}, ${kind}`,
    leads.length > 0 ? `leads to ${leads.join(' and ')}` : '',
    problems > 0 ? `${problems} to mend` : '',
  ]
    .filter(Boolean)
    .join('. ')
}
