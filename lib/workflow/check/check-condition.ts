import type { Condition, Operator } from '../condition'
import type { NodeOf, WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { typeInWords } from '../type-in-words'
import type { ValueType } from '../value-type'
import { issueAt, type NodeCheck, quoted } from './context'

const needsNothing: ReadonlySet<Operator> = new Set(['is_true', 'is_false', 'is_empty', 'is_not_empty'])

/** Kinds of value that an operator can never compare. */
const cannotCompare: Partial<Record<Operator, readonly ValueType['kind'][]>> = {
  contains: ['number', 'boolean', 'object'],
  not_contains: ['number', 'boolean', 'object'],
  starts_with: ['list', 'object'],
  ends_with: ['list', 'object'],
  greater: ['boolean', 'list', 'object'],
  greater_or_equal: ['boolean', 'list', 'object'],
  less: ['boolean', 'list', 'object'],
  less_or_equal: ['boolean', 'list', 'object'],
  before: ['boolean', 'list', 'object'],
  after: ['boolean', 'list', 'object'],
  is_true: ['number', 'list', 'object'],
  is_false: ['number', 'list', 'object'],
}

/** Each row has what it compares, of a kind that can be compared. */
export function checkCondition(node: NodeOf<'condition'>, check: NodeCheck): readonly Issue[] {
  if (node.config.branches.length === 0) {
    const message = `${quoted(node)} has no branch, so it always goes out of "${node.config.otherwise}". Add a branch.`
    return [issueAt(node, 'missing_field', message, { field: 'config.branches', severity: 'warning' })]
  }
  return node.config.branches.flatMap(({ when }, index) =>
    checkPart(node, when, `config.branches.${index}.when`, check),
  )
}

/** Each row of one condition. */
export function checkPart(
  node: WorkflowNode,
  part: Condition,
  field: string,
  check: NodeCheck,
): readonly Issue[] {
  if ('all' in part)
    return part.all.flatMap((one, index) => checkPart(node, one, `${field}.all.${index}`, check))
  if ('any' in part)
    return part.any.flatMap((one, index) => checkPart(node, one, `${field}.any.${index}`, check))
  if ('cel' in part) return []
  if (!needsNothing.has(part.is) && part.right === undefined) {
    const message = `A condition of ${quoted(node)} has nothing to compare with. Fill in its right side.`
    return [issueAt(node, 'missing_field', message, { field: `${field}.right` })]
  }
  const type = check.types.ofBinding(part.left)
  if (!cannotCompare[part.is]?.includes(type.kind)) return []
  const words = part.is.replaceAll('_', ' ')
  const message = `A condition of ${quoted(node)} asks "${words}" of ${typeInWords(type)}. Choose another comparison or another value.`
  return [issueAt(node, 'wrong_type', message, { field: `${field}.left` })]
}
