import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { itemOf } from '../nodes/list'
import { typeAt } from '../type-at'
import { checkPart } from './check-condition'
import { checkItems } from './check-items'
import { issueAt, type NodeCheck, quoted } from './context'

/** It is given a list, and what it sorts, groups or adds up by is among what the items hold. */
export function checkList(node: NodeOf<'list'>, check: NodeCheck): readonly Issue[] {
  const { config } = node
  const item = itemOf(check.types.ofBinding(config.items))
  const ways = [
    ['config.unique', config.unique?.by],
    ['config.sort', config.sort?.by],
    ['config.group', config.group?.by],
    ['config.sum', config.sum?.of],
  ] as const
  const issues: Issue[] = [...checkItems(node, config.items, check)]
  for (const [field, way] of ways) {
    const at = way && typeAt(item, way)
    if (at && !at.found) {
      const meant = check.suggest(at.key, at.known)
      const mend = meant ? `Did you mean "${meant}"?` : 'Choose a field that the items have.'
      const message = `${quoted(node)} uses "${at.key}" of its items, which they do not have. ${mend}`
      issues.push(issueAt(node, 'broken_reference', message, { field }))
    }
    if (field === 'config.sum' && at?.found && !['any', 'number', 'text'].includes(at.type.kind)) {
      const message = `${quoted(node)} adds up what is no number. Choose a field with numbers.`
      issues.push(issueAt(node, 'wrong_type', message, { field }))
    }
  }
  return config.filter ? [...issues, ...checkPart(node, config.filter, 'config.filter', check)] : issues
}
