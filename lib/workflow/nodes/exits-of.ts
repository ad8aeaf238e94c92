import type { WorkflowNode } from '../document'
import { kindOf } from './node-kinds'

export type Exit = { readonly exit: string; readonly label: string }

/** All the ways out of a node: those of its kind, and `error` when its settings send failures that way. */
export function exitsOf(node: WorkflowNode): readonly Exit[] {
  const exits = kindOf(node).exitsOf(node)
  return node.settings?.onError === 'exit' ? [...exits, { exit: 'error', label: 'If it fails' }] : exits
}
