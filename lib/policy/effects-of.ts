import type { Action, ActionCatalog } from '../connectors/contract'
import type { Binding } from '../workflow/binding'
import type { AgentTool, NodeOf, WorkflowNode } from '../workflow/document'
import { bodyOf, type Drawn } from '../workflow/levels'

/** One action that a workflow may call: a step of its own, or a tool of an agent. */
export type EffectUse = {
  readonly node: WorkflowNode
  readonly action: Action
  readonly connection: string | undefined
  readonly bindings: Readonly<Record<string, Binding>>
  /** The tool, when an agent calls it. */
  readonly tool?: AgentTool
}

/** All actions that a document may call, inside of its loops too. Actions that are not in the catalog are left out. */
export function effectsOf({ nodes }: Drawn, actions: ActionCatalog): readonly EffectUse[] {
  return nodes
    .filter((node) => node.disabled !== true)
    .flatMap((node) => {
      const body = bodyOf(node)
      return [...effectsOfNode(node, actions), ...(body ? effectsOf(body, actions) : [])]
    })
}

/** What one node can do outside: its action, or each tool of its agent. */
export function effectsOfNode(node: WorkflowNode, actions: ActionCatalog): readonly EffectUse[] {
  return node.type === 'action'
    ? ofAction(node, actions)
    : node.type === 'agent'
      ? ofAgent(node, actions)
      : []
}

function ofAction(node: NodeOf<'action'>, actions: ActionCatalog): readonly EffectUse[] {
  const action = actions.get(node.action)
  return action ? [{ node, action, connection: node.connection, bindings: node.input }] : []
}

function ofAgent(node: NodeOf<'agent'>, actions: ActionCatalog): readonly EffectUse[] {
  return node.config.tools.flatMap((tool) => {
    const action = actions.get(tool.action)
    return action ? [{ node, action, connection: tool.connection, bindings: {}, tool }] : []
  })
}

/** What wants a person's yes before it happens: what cannot be undone, and what reaches people outside. */
export function needsGate(action: Action): boolean {
  return action.effect === 'irreversible' || action.outward
}
