import { HandrailError } from '../core/errors'
import type { Json } from '../core/json'
import { comparisons, isEmpty } from './comparisons'
import type { Condition } from './condition'
import { evaluateCel } from './evaluate-cel'
import { fieldLabel } from './field-label'
import { isMissing, resolveBinding } from './resolve-binding'
import { nameOf, type StepScope } from './step-scope'

/** Does the condition hold? `all` of nothing holds, `any` of nothing does not. Later parts are left alone once it is clear. */
export function evaluateCondition(condition: Condition, call: StepScope, field: string): boolean {
  if ('all' in condition) {
    return condition.all.every((part, index) => evaluateCondition(part, call, `${field}.all.${index}`))
  }
  if ('any' in condition) {
    return condition.any.some((part, index) => evaluateCondition(part, call, `${field}.any.${index}`))
  }
  if ('cel' in condition) {
    const value = evaluateCel(condition.cel, call, field)
    if (typeof value === 'boolean') return value
    throw wrongType(call, field, 'must give true or false')
  }
  return evaluateRow(condition, call, field)
}

type Row = Extract<Condition, { readonly is: unknown }>

function evaluateRow(row: Row, call: StepScope, field: string): boolean {
  if (row.is === 'is_empty' || row.is === 'is_not_empty') {
    return isEmpty(valueOrNull(row, call, field)) === (row.is === 'is_empty')
  }
  const left = resolveBinding(row.left, call, `${field}.left`)
  const right = row.right ? resolveBinding(row.right, call, `${field}.right`) : null
  const result = comparisons[row.is](left, right)
  if (typeof result === 'boolean') return result
  throw wrongType(call, field, result.problem)
}

/** Asking whether a value is empty is the one question that a missing value answers. */
function valueOrNull(row: Row, call: StepScope, field: string): Json {
  try {
    return resolveBinding(row.left, call, `${field}.left`)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function wrongType(call: StepScope, field: string, problem: string): HandrailError {
  return new HandrailError({
    code: 'wrong_type',
    who: 'user',
    retry: 'no',
    message: `The condition "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" ${problem}. Compare another value, or choose another comparison.`,
    field,
  })
}
