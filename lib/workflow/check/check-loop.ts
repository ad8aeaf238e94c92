import { maximumItems, type NodeOf } from '../document'
import type { Issue } from '../issue'
import { loopsAround } from '../levels'
import { kindOf } from '../nodes/node-kinds'
import { isList } from '../value-at'
import { checkPart } from './check-condition'
import { checkItems } from './check-items'
import { issueAt, type NodeCheck, quoted } from './context'

/** Loops stand in one another so deep at most. */
const deepest = 4

export function checkEach(node: NodeOf<'each'>, check: NodeCheck): readonly Issue[] {
  const { items } = node.config
  const issues = [...checkItems(node, items, check), ...checkBody(node, check)]
  if (!('value' in items) || !isList(items.value) || items.value.length <= maximumItems) return issues
  const message = `${quoted(node)} goes over ${items.value.length} items; ${maximumItems} are allowed. Shorten the list.`
  return [...issues, issueAt(node, 'too_large', message, { field: 'config.items' })]
}

/** Its end can come, and can be asked. */
export function checkRepeat(node: NodeOf<'repeat'>, check: NodeCheck): readonly Issue[] {
  const { until } = node.config
  const issues = [...checkBody(node, check), ...checkPart(node, until, 'config.until', check)]
  const isEmpty = ('all' in until && until.all.length === 0) || ('any' in until && until.any.length === 0)
  if (!isEmpty) return issues
  const message = `${quoted(node)} does not say until when it repeats. Add a condition.`
  return [...issues, issueAt(node, 'missing_field', message, { field: 'config.until' })]
}

/** Something is done for each item, and loops do not stand in one another without end. */
function checkBody(node: NodeOf<'each'> | NodeOf<'repeat'>, { level }: NodeCheck): readonly Issue[] {
  const issues: Issue[] = []
  if (!node.config.body.nodes.some((inner) => kindOf(inner).runs)) {
    const message = `${quoted(node)} holds no step. Open it and add one.`
    issues.push(issueAt(node, 'missing_field', message, { field: 'config.body' }))
  }
  if (loopsAround(level).length >= deepest) {
    const message = `${quoted(node)} stands in ${deepest} other loops, which is the most. Call a workflow inside instead.`
    issues.push(issueAt(node, 'too_large', message))
  }
  return issues
}
