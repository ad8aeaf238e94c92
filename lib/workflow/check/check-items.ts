import type { Binding } from '../binding'
import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { typeInWords } from '../type-in-words'
import { isList } from '../value-at'
import { issueAt, type NodeCheck, quoted } from './context'

/** What a loop goes over, or a list node shapes, is a list. */
export function checkItems(node: WorkflowNode, items: Binding, { types }: NodeCheck): readonly Issue[] {
  const field = 'config.items'
  if ('value' in items && (items.value === '' || items.value === null)) {
    return [issueAt(node, 'missing_field', `${quoted(node)} has no list to work on. Choose one.`, { field })]
  }
  if ('value' in items && isList(items.value)) return []
  const type = types.ofBinding(items)
  if (type.kind === 'list' || (type.kind === 'any' && !('value' in items))) return []
  const message = `${quoted(node)} needs a list, but what it is bound to gives ${typeInWords(type)}. Choose a list.`
  return [issueAt(node, 'wrong_type', message, { field })]
}
