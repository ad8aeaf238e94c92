import type { Condition } from '../condition'
import type { BindingMap } from './node-kind'

/** The same condition with each of its bindings and CEL texts put through `map`. */
export function mapCondition(field: string, condition: Condition, map: BindingMap): Condition {
  if ('all' in condition) {
    return { all: condition.all.map((part, index) => mapCondition(`${field}.all.${index}`, part, map)) }
  }
  if ('any' in condition) {
    return { any: condition.any.map((part, index) => mapCondition(`${field}.any.${index}`, part, map)) }
  }
  if ('cel' in condition) return { cel: map.cel(field, condition.cel) }
  const { right } = condition
  return {
    ...condition,
    left: map.binding(`${field}.left`, condition.left),
    ...(right ? { right: map.binding(`${field}.right`, right) } : {}),
  }
}
